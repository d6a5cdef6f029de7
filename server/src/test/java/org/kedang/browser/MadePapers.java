package org.kedang.browser;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.ofdrw.layout.OFDDoc;
import org.ofdrw.layout.element.Paragraph;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import javax.imageio.ImageIO;

/** Papers as a clerk receives them, made by other people's libraries. */
final class MadePapers {
    /**
     * A paper and what the system must make of it.
     *
     * @param words what full-text search must find it by; empty if nothing
     * @param finding slug of a finding that must be reported
     */
    record Paper(Path file, String words, String finding) {}

    private static final Charset GB18030 = Charset.forName("GB18030");

    private final Path folder;
    private final List<Paper> papers = new ArrayList<>();

    private MadePapers(Path folder) {
        this.folder = folder;
    }

    /** All papers that the main job is tried with. */
    static List<Paper> in(Path folder) {
        MadePapers made = new MadePapers(folder);
        try {
            made.pdf();
            made.word();
            made.excel();
            made.ofd();
            made.note();
            made.archive();
            made.mislabelled();
            made.scan();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return made.papers;
    }

    private Path add(String name, String words, String finding) {
        Path file = folder.resolve(name);
        papers.add(new Paper(file, words, finding));
        return file;
    }

    private void pdf() throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            for (int number = 1; number <= 3; number++) {
                PDPage page = new PDPage();
                pdf.addPage(page);
                try (PDPageContentStream text = new PDPageContentStream(pdf, page)) {
                    text.beginText();
                    text.setFont(new PDType1Font(FontName.HELVETICA), 18);
                    text.newLineAtOffset(72, 700);
                    text.showText("Supply agreement Jianhu Winery page " + number);
                    text.endText();
                }
            }
            pdf.save(add("供货协议.pdf", "Winery", "READABLE").toFile());
        }
    }

    private void word() throws IOException {
        try (XWPFDocument word = new XWPFDocument();
                OutputStream out = Files.newOutputStream(add("来访纪要.docx", "黄酒发酵工艺", "READABLE"))) {
            word.createParagraph().createRun().setText("客户来访，参观黄酒发酵工艺并洽谈年度采购。");
            word.write(out);
        }
    }

    private void excel() throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(add("对账单.xlsx", "应收账款余额", "READABLE"))) {
            book.createSheet("对账").createRow(0).createCell(0).setCellValue("应收账款余额 128000.50 元");
            book.write(out);
        }
    }

    private void ofd() throws IOException {
        try (OFDDoc ofd = new OFDDoc(add("批复.ofd", "同意延长信用期", "READABLE"))) {
            ofd.add(new Paragraph("经研究，同意延长信用期三十日。"));
        }
    }

    private void note() throws IOException {
        Files.write(
                add("电话记录.txt", "催收货款", "TEXT_ENCODING"),
                "二〇二六年十一月电话记录：催收货款，对方承诺月底付清，并致歉意。".getBytes(GB18030));
    }

    private void archive() throws IOException {
        try (ZipOutputStream zip =
                new ZipOutputStream(
                        Files.newOutputStream(add("资料包.zip", "", "ENTRY_NAMES_GBK")),
                        Charset.forName("GBK"))) {
            zip.putNextEntry(new ZipEntry("营业执照副本说明.txt"));
            zip.write("附件".getBytes(GB18030));
            zip.closeEntry();
        }
    }

    private void mislabelled() throws IOException {
        Files.writeString(add("改名.pdf", "其实是文本文件", "EXTENSION_MISMATCH"), "这其实是文本文件，只是改了扩展名。\n");
    }

    private void scan() throws IOException {
        BufferedImage image = new BufferedImage(1400, 500, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 1400, 500);
        pen.setColor(Color.BLACK);
        pen.setFont(new Font("Noto Sans CJK SC", Font.PLAIN, 56));
        pen.drawString("采购合同 编号 HT-2026-0425", 80, 120);
        pen.drawString("甲方：绍兴鉴湖酿酒有限公司", 80, 230);
        pen.drawString("乙方：浙江越州包装有限公司", 80, 340);
        pen.drawString("双方经协商一致，签订本合同。", 80, 440);
        pen.dispose();
        ImageIO.write(image, "png", add("扫描合同.png", "采购合同", "TEXT_BY_OCR").toFile());
    }
}
