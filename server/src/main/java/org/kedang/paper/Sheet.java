package org.kedang.paper;

import io.nayuki.qrcodegen.QrCode;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

import java.io.IOException;

/** One A4 page being written on, measured in points from its upper left corner. */
final class Sheet {
    static final float WIDTH = PDRectangle.A4.getWidth();
    static final float HEIGHT = PDRectangle.A4.getHeight();

    /** Where the baseline stands in a line, from above, beside the size of the characters. */
    private static final float ASCENT = 0.88f;

    private final PDPageContentStream stream;
    private final Typeface typeface;

    private Sheet(PDPageContentStream stream, Typeface typeface) {
        this.stream = stream;
        this.typeface = typeface;
    }

    static Sheet append(PDDocument document, Typeface typeface) throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        return new Sheet(new PDPageContentStream(document, page), typeface);
    }

    /** A page that was closed before, to write on once more. */
    static Sheet again(PDDocument document, PDPage page, Typeface typeface) throws IOException {
        return new Sheet(
                new PDPageContentStream(document, page, AppendMode.APPEND, true, true), typeface);
    }

    void close() throws IOException {
        stream.close();
    }

    /** Writes one line, its upper edge at {@code top}. */
    void text(String line, float left, float top, Ink ink) throws IOException {
        if (line.isEmpty()) {
            return;
        }
        stream.beginText();
        stream.setFont(typeface.font(), ink.size());
        stream.setNonStrokingColor(ink.grey());
        stream.setStrokingColor(ink.grey());
        stream.setLineWidth(ink.size() / 36);
        stream.setRenderingMode(ink.bold() ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
        stream.newLineAtOffset(left, HEIGHT - top - ASCENT * ink.size());
        stream.showText(typeface.writable(line));
        stream.endText();
    }

    void frame(float left, float top, float width, float height) throws IOException {
        stream.setStrokingColor(Ink.RULE);
        stream.setLineWidth(0.5f);
        stream.addRect(left, HEIGHT - top - height, width, height);
        stream.stroke();
    }

    void fill(float left, float top, float width, float height, float grey) throws IOException {
        stream.setNonStrokingColor(grey);
        stream.addRect(left, HEIGHT - top - height, width, height);
        stream.fill();
    }

    /** Draws the dark modules as one shape, so that no seam parts them. */
    void code(QrCode code, float left, float top, float side) throws IOException {
        float module = side / code.size;
        stream.setNonStrokingColor(0f);
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    float above = top + (y + 1) * module;
                    stream.addRect(left + x * module, HEIGHT - above, module, module);
                }
            }
        }
        stream.fill();
    }
}
