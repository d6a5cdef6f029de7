package org.kedang.docworker;

import static org.kedang.document.FindingCode.OCR_LIMIT_REACHED;
import static org.kedang.document.FindingCode.OCR_UNAVAILABLE;
import static org.kedang.document.FindingCode.TEXT_BY_OCR;

import org.kedang.document.Finding;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Images by OCR, a TIFF page by page. */
final class ImageText implements Reader {

    private static final long MOST_PIXELS = 60_000_000;

    private final Tesseract tesseract;

    ImageText(Tesseract tesseract) {
        this.tesseract = tesseract;
    }

    @Override
    public void read(Paper paper, Report report, Budget budget) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(paper.path().toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new IOException("not an image");
            }
            ImageReader image = readers.next();
            try {
                image.setInput(in);
                read(image, paper, report, budget);
            } finally {
                image.dispose();
            }
        }
    }

    private void read(ImageReader image, Paper paper, Report report, Budget budget)
            throws IOException {
        boolean tiff = image.getFormatName().toLowerCase(Locale.ROOT).startsWith("tif");
        int pages = tiff ? image.getNumImages(true) : 1;
        if (tiff) {
            report.pages(pages);
        }
        if (!tesseract.available(budget)) {
            image.getWidth(0);
            report.found(Finding.of(OCR_UNAVAILABLE));
            return;
        }
        int recognised = 0;
        while (recognised < pages
                && budget.hasOcrPage()
                && (long) image.getWidth(recognised) * image.getHeight(recognised) <= MOST_PIXELS) {
            budget.takeOcrPage();
            report.text().line(recognise(image, recognised, pages, paper, budget));
            recognised++;
        }
        if (recognised > 0) {
            String range = recognised == 1 ? "1" : "1-" + recognised;
            report.found(Finding.of(TEXT_BY_OCR, "pages", range));
        }
        if (recognised < pages) {
            report.found(Finding.of(OCR_LIMIT_REACHED, "pages", Integer.toString(recognised)));
        }
    }

    private String recognise(ImageReader image, int page, int pages, Paper paper, Budget budget)
            throws IOException {
        if (pages == 1) {
            return tesseract.recognise(paper.path(), budget);
        }
        Path file = budget.newFile();
        try {
            ImageIO.write(image.read(page), "png", file.toFile());
            return tesseract.recognise(file, budget);
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
