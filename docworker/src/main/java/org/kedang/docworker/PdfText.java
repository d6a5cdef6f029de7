package org.kedang.docworker;

import static org.kedang.document.FindingCode.DAMAGED;
import static org.kedang.document.FindingCode.OCR_LIMIT_REACHED;
import static org.kedang.document.FindingCode.OCR_UNAVAILABLE;
import static org.kedang.document.FindingCode.TEXT_BY_OCR;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.kedang.document.Finding;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import javax.imageio.ImageIO;

/**
 * PDF page by page, so that a damaged page costs only itself; pages without text but with marks on
 * them go to OCR.
 */
final class PdfText implements Reader {

    private static final float DPI = 250;
    private static final float POINTS_PER_INCH = 72;
    private static final int TAIL = 2048;
    private static final double MOST_PIXELS = 16e6;

    private final Tesseract tesseract;

    PdfText(Tesseract tesseract) {
        this.tesseract = tesseract;
    }

    @Override
    public void read(Paper paper, Report report, Budget budget) throws IOException {
        try (Complaints complaints = Complaints.listen();
                PDDocument pdf =
                        Loader.loadPDF(
                                paper.path().toFile(),
                                "",
                                null,
                                null,
                                IOUtils.createTempFileOnlyStreamCache())) {
            report.pages(pdf.getNumberOfPages());
            report.title(pdf.getDocumentInformation().getTitle());
            int start = report.text().length();
            Pages pages = new Pages(pdf, report, budget, complaints);
            pages.cutOff = !endsProperly(paper.path());
            try {
                for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
                    pages.read(page);
                }
            } finally {
                pages.report();
            }
            Invoices.inText(report.text().textFrom(start)).ifPresent(report::found);
        }
    }

    /**
     * PDFBox rebuilds silently what a cut-off file has lost; ISO 32000-2, 7.5.5 wants the marker in
     * the last line.
     */
    private static boolean endsProperly(Path path) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            byte[] tail = new byte[(int) Math.min(TAIL, file.length())];
            file.seek(file.length() - tail.length);
            file.readFully(tail);
            return new String(tail, StandardCharsets.ISO_8859_1).contains("%%EOF");
        }
    }

    private final class Pages {

        private final PDDocument pdf;
        private final Report report;
        private final Budget budget;
        private final Complaints complaints;
        private final PageText pageText = new PageText();
        private final Set<Integer> damaged = new LinkedHashSet<>();
        private final List<Integer> recognised = new ArrayList<>();
        private String reason = "";
        private boolean cutOff;
        private boolean ocrMissing;
        private boolean ocrLimited;

        Pages(PDDocument pdf, Report report, Budget budget, Complaints complaints) {
            this.pdf = pdf;
            this.report = report;
            this.budget = budget;
            this.complaints = complaints;
        }

        void read(int page) throws IOException {
            budget.checkTime();
            int before = complaints.count();
            String text = "";
            try {
                text = pageText.of(pdf, page);
                damage(page, pageText.trouble());
            } catch (IOException | RuntimeException | StackOverflowError e) {
                damage(page, Examiner.reason(e));
            }
            report.text().line(text);
            if (text.isBlank()) {
                recognise(page);
            }
            damage(page, complaints.count() > before ? complaints.last() : "");
        }

        private void damage(int page, String trouble) {
            if (!trouble.isEmpty()) {
                reason = trouble;
                damaged.add(page);
            }
        }

        private void recognise(int page) throws IOException {
            if (!PageMarks.hasImage(pdf.getPage(page - 1))) {
                return;
            }
            if (!tesseract.available(budget)) {
                ocrMissing = true;
            } else if (!budget.hasOcrPage()) {
                ocrLimited = true;
            } else {
                budget.takeOcrPage();
                try {
                    report.text().line(ocr(page));
                    recognised.add(page);
                } catch (LimitReached e) {
                    throw e;
                } catch (IOException | RuntimeException e) {
                    damage(page, Examiner.reason(e));
                }
            }
        }

        private String ocr(int page) throws IOException {
            Path image = render(page);
            try {
                return tesseract.recognise(image, budget);
            } finally {
                Files.deleteIfExists(image);
            }
        }

        private Path render(int page) throws IOException {
            var box = pdf.getPage(page - 1).getCropBox();
            double pixels = box.getWidth() * box.getHeight() * Math.pow(DPI / POINTS_PER_INCH, 2);
            float dpi = (float) (DPI * Math.min(1, Math.sqrt(MOST_PIXELS / Math.max(1, pixels))));
            BufferedImage image =
                    new PDFRenderer(pdf).renderImageWithDPI(page - 1, dpi, ImageType.GRAY);
            Path file = budget.newFile();
            try {
                ImageIO.write(image, "png", file.toFile());
                return file;
            } catch (IOException | RuntimeException e) {
                Files.deleteIfExists(file);
                throw e;
            }
        }

        void report() {
            if (damaged.isEmpty() && (complaints.count() > 0 || cutOff)) {
                String structure = cutOff ? "end of file is missing" : complaints.last();
                report.found(Finding.of(DAMAGED, "reason", structure));
            }
            if (!damaged.isEmpty()) {
                String where = "pages " + join(damaged);
                report.found(
                        new Finding(
                                DAMAGED,
                                Map.of("pages", join(damaged), "reason", where + ": " + reason)));
            }
            if (!recognised.isEmpty()) {
                report.found(Finding.of(TEXT_BY_OCR, "pages", join(recognised)));
            }
            if (ocrMissing) {
                report.found(Finding.of(OCR_UNAVAILABLE));
            }
            if (ocrLimited) {
                report.found(
                        Finding.of(
                                OCR_LIMIT_REACHED,
                                "pages",
                                Integer.toString(budget.limits().ocrPages())));
            }
        }

        private static String join(Collection<Integer> pages) {
            String first =
                    pages.stream().limit(50).map(String::valueOf).collect(Collectors.joining(","));
            return pages.size() > 50 ? first + "…" : first;
        }
    }
}
