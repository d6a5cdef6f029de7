package org.kedang.docworker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kedang.document.Examination;
import org.kedang.document.ExaminationLimits;
import org.kedang.document.Finding;
import org.kedang.document.FindingCode;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

import javax.imageio.ImageIO;

/** PDF with and without text, sound and broken, and images. */
class PdfTextTests {

    @TempDir Path folder;
    private Examining examining;

    @BeforeEach
    void start() {
        examining = new Examining(folder);
    }

    private static byte[] pdf(String... pages) throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            for (String text : pages) {
                PDPage page = new PDPage(PDRectangle.A4);
                pdf.addPage(page);
                try (PDPageContentStream content =
                        new PDPageContentStream(
                                pdf, page, PDPageContentStream.AppendMode.OVERWRITE, false)) {
                    content.beginText();
                    content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                    content.newLineAtOffset(72, 700);
                    content.showText(text);
                    content.endText();
                }
            }
            pdf.getDocumentInformation().setTitle("合同扫描件");
            return saved(pdf);
        }
    }

    private static byte[] saved(PDDocument pdf) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        pdf.save(bytes, org.apache.pdfbox.pdfwriter.compress.CompressParameters.NO_COMPRESSION);
        return bytes.toByteArray();
    }

    @Test
    void readsPagesAndTitle() throws IOException {
        Examination examination = examining.of("a.pdf", pdf("Purchase contract", "Second page"));

        assertThat(examination.text()).contains("Purchase contract", "Second page");
        assertThat(examination.pages()).isEqualTo(2);
        assertThat(examination.title()).isEqualTo("合同扫描件");
        assertThat(examination.format().puid()).isNotNull();
        assertThat(examination.findings())
                .containsExactly(
                        Finding.of(FindingCode.READABLE, "format", examination.format().name()));
    }

    @Test
    void reportsDamagedPageAndReadsTheRest() throws IOException {
        byte[] bytes = pdf("First page", "Second page", "Third page");
        String raw = new String(bytes, StandardCharsets.ISO_8859_1);
        int second = raw.indexOf("(Second page) Tj");
        byte[] junk = "1 0 0 1 9   Tm  ".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(junk, 0, bytes, second, junk.length);

        Examination examination = examining.of("a.pdf", bytes);

        assertThat(examination.text()).contains("First page", "Third page");
        assertThat(Examining.finding(examination, FindingCode.DAMAGED).details())
                .containsEntry("pages", "2");
    }

    @Test
    void readsWhatIsLeftOfFileCutOff() throws IOException {
        byte[] whole = pdf("First page", "Second page", "Third page");

        Examination examination = examining.of("a.pdf", Arrays.copyOf(whole, whole.length - 400));

        assertThat(examination.text()).contains("First page");
        assertThat(examination.has(FindingCode.DAMAGED)).as("%s", examination.findings()).isTrue();
    }

    @Test
    void reportsFileThatIsOnlyAHeader() throws IOException {
        Examination examination =
                examining.of("a.pdf", "%PDF-1.7\nnothing".getBytes(StandardCharsets.US_ASCII));

        assertThat(examination.has(FindingCode.UNREADABLE)).isTrue();
        assertThat(examination.has(FindingCode.READABLE)).isFalse();
    }

    @Test
    void reportsProtectedFile() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PDDocument pdf = Loader.loadPDF(pdf("Secret page"))) {
            pdf.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            pdf.save(bytes);
        }

        Examination examination = examining.of("a.pdf", bytes.toByteArray());

        assertThat(examination.findings()).containsExactly(Finding.of(FindingCode.PROTECTED));
        assertThat(examination.text()).isEmpty();
    }

    private static BufferedImage scan(String text) {
        Optional<Font> font =
                Arrays.stream(GraphicsEnvironment.getLocalGraphicsEnvironment().getAllFonts())
                        .filter(candidate -> candidate.canDisplayUpTo(text + "第一条") < 0)
                        .findFirst();
        assumeTrue(font.isPresent(), "no font with Chinese characters is installed");
        BufferedImage image = new BufferedImage(1240, 400, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, image.getWidth(), image.getHeight());
        pen.setColor(Color.BLACK);
        pen.setRenderingHint(
                RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setFont(font.orElseThrow().deriveFont(44f));
        for (int line = 0; line < 5; line++) {
            pen.drawString(text + "第" + "一二三四五".charAt(line) + "条", 80, 80 + 70 * line);
        }
        pen.dispose();
        return image;
    }

    private static byte[] scannedPdf(int pages) throws IOException {
        BufferedImage scan = scan("设备采购合同编号");
        try (PDDocument pdf = new PDDocument()) {
            for (int i = 0; i < pages; i++) {
                PDPage page = new PDPage(new PDRectangle(600, 200));
                pdf.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
                    content.drawImage(LosslessFactory.createFromImage(pdf, scan), 0, 0, 600, 193);
                }
            }
            return saved(pdf);
        }
    }

    @Test
    void recognisesScannedPages() throws IOException {
        assumeTrue(Examining.hasOcr(), "Tesseract with chi_sim is not installed");

        Examination examination = examining.of("scan.pdf", scannedPdf(1));

        assertThat(examination.text()).contains("采购合同");
        assertThat(examination.findings())
                .contains(Finding.of(FindingCode.TEXT_BY_OCR, "pages", "1"));
    }

    @Test
    void saysThatOcrIsOffOrAtItsLimit() throws IOException {
        byte[] scan = scannedPdf(3);
        Examination off = examining.of("scan.pdf", scan, Examining.LIMITS, false);

        assertThat(off.findings())
                .contains(Finding.of(FindingCode.OCR_UNAVAILABLE), Finding.of(FindingCode.NO_TEXT));
        assumeTrue(Examining.hasOcr(), "Tesseract with chi_sim is not installed");
        ExaminationLimits one = new ExaminationLimits(1000, 10, 1, 1 << 20, 1, 60);
        assertThat(examining.of("scan.pdf", scan, one, true).findings())
                .contains(
                        Finding.of(FindingCode.TEXT_BY_OCR, "pages", "1"),
                        Finding.of(FindingCode.OCR_LIMIT_REACHED, "pages", "1"));
    }

    @Test
    void recognisesImages() throws IOException {
        assumeTrue(Examining.hasOcr(), "Tesseract with chi_sim is not installed");
        for (Map.Entry<String, String> format :
                Map.of("png", "PNG", "jpg", "JPEG", "bmp", "BMP", "tif", "TIFF").entrySet()) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            assertThat(ImageIO.write(scan("设备采购合同编号"), format.getKey(), bytes)).isTrue();

            Examination examination = examining.of("scan." + format.getKey(), bytes.toByteArray());

            assertThat(examination.format().name()).isEqualTo(format.getValue());
            assertThat(examination.text()).as(format.getKey()).contains("采购合同");
            assertThat(examination.findings())
                    .contains(
                            Finding.of(FindingCode.TEXT_BY_OCR, "pages", "1"),
                            Finding.of(FindingCode.READABLE, "format", format.getValue()));
        }
    }

    @Test
    void reportsImageCutOff() throws IOException {
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13, 'I', 'H'};

        assertThat(examining.of("a.png", png).has(FindingCode.UNREADABLE)).isTrue();
    }

    @Test
    void recognisesInvoiceInPrintedText() {
        assertThat(
                        Invoices.inText(
                                "浙江增值税电子普通发票\n"
                                        + "发票代码：033002100411\n"
                                        + "发票号码： 12345678\n"
                                        + "开票日期：2025 年 03 月 17 日"))
                .contains(
                        new Finding(
                                FindingCode.ELECTRONIC_INVOICE,
                                Map.of(
                                        "number",
                                        "12345678",
                                        "code",
                                        "033002100411",
                                        "date",
                                        "2025年03月17日")));
        assertThat(Invoices.inText("请补开电子发票")).isEmpty();
    }
}
