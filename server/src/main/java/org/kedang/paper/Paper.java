package org.kedang.paper;

import io.nayuki.qrcodegen.QrCode;

import org.apache.pdfbox.pdmodel.PDDocument;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A document in the making, written from above to below; a new page begins where the last is full.
 * What has no glyph in the typeface is written as 〓; no text is refused.
 */
public final class Paper implements AutoCloseable {
    static final float LEFT = 54;
    static final float TOP = 54;
    static final float BOTTOM = Sheet.HEIGHT - 62;
    static final float WIDTH = Sheet.WIDTH - 2 * LEFT;

    /** Side of a code, in points: 26 mm, which a phone reads from an arm's length. */
    private static final float CODE = 74;

    /** What stands at the foot of each page. */
    public interface Foot {
        /**
         * The words.
         *
         * @param page counted from 1
         */
        String words(int page, int pages);
    }

    private final PDDocument document = new PDDocument();
    private final Typeface typeface;
    private Sheet sheet;
    private float top = TOP;

    private Paper(String title, String language) throws IOException {
        typeface = Typeface.of(document);
        sheet = Sheet.append(document, typeface);
        document.getDocumentInformation().setTitle(title);
        document.getDocumentInformation().setProducer("Kedang");
        document.getDocumentCatalog().setLanguage(language);
    }

    /**
     * An empty document of A4 pages.
     *
     * @param language as BCP 47 names it
     */
    public static Paper a4(String title, String language) {
        try {
            return new Paper(title, language);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes what the document is, in the middle. */
    public void heading(String text) {
        for (String line : lines(text, WIDTH, Ink.HEADING)) {
            float indent = (WIDTH - width(line, Ink.HEADING)) / 2;
            write(line, LEFT + indent, Ink.HEADING);
        }
        top += 12;
    }

    /** Writes two things at both ends of a line. */
    public void ends(String left, String right) {
        begin(Ink.BODY.leading());
        float from = LEFT + WIDTH - width(right, Ink.BODY);
        text(left, LEFT, top, Ink.BODY);
        text(right, from, top, Ink.BODY);
        top += Ink.BODY.leading() + 3;
    }

    /** Writes a remark in small characters. */
    public void remark(String text) {
        top += 8;
        lines(text, WIDTH, Ink.SMALL).forEach(line -> write(line, LEFT, Ink.SMALL));
    }

    /** Draws the table and leaves a gap below it. */
    public void table(Table table) {
        new TableRuling(this, table).draw();
        top += 11;
    }

    /** Draws a QR code (ISO/IEC 18004) that reads as the address, and beside it what it is for. */
    public void code(String address, String words) {
        begin(CODE + 8);
        top += 8;
        draw(QrCode.encodeText(address, QrCode.Ecc.MEDIUM));
        float room = WIDTH - CODE - 12;
        List<String> lines = new ArrayList<>(lines(words, room, Ink.SMALL));
        lines.addAll(lines(address, room, Ink.SMALL));
        float line = top + (CODE - lines.size() * Ink.SMALL.leading()) / 2;
        for (String one : lines) {
            text(one, LEFT + CODE + 12, line, Ink.SMALL);
            line += Ink.SMALL.leading();
        }
        top += CODE;
    }

    private void draw(QrCode code) {
        try {
            sheet.code(code, LEFT, top, CODE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The whole document with the foot on each page; nothing can be written afterwards. */
    public byte[] finish(Foot foot) {
        try {
            sheet.close();
            int pages = document.getNumberOfPages();
            for (int i = 0; i < pages; i++) {
                sheet = Sheet.again(document, document.getPage(i), typeface);
                String words = foot.words(i + 1, pages);
                float from = (Sheet.WIDTH - width(words, Ink.SMALL)) / 2;
                text(words, from, Sheet.HEIGHT - 42, Ink.SMALL);
                sheet.close();
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            document.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // ------------------------------------------------ for what is drawn on the pages

    float top() {
        return top;
    }

    void down(float points) {
        top += points;
    }

    float left() {
        return BOTTOM - top;
    }

    void turn() {
        try {
            sheet.close();
            sheet = Sheet.append(document, typeface);
            top = TOP;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Turns the page if there is not so much room. */
    private void begin(float height) {
        if (left() < height) {
            turn();
        }
    }

    private void write(String line, float from, Ink ink) {
        begin(ink.leading());
        text(line, from, top, ink);
        top += ink.leading();
    }

    List<String> lines(String text, float room, Ink ink) {
        return LineBreaks.of(text, room, line -> width(line, ink));
    }

    float width(String text, Ink ink) {
        return typeface.width(typeface.writable(text), ink.size());
    }

    /** Writes one line in the middle of its leading. */
    void text(String line, float from, float above, Ink ink) {
        try {
            sheet.text(line, from, above + (ink.leading() - ink.size()) / 2, ink);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void frame(float from, float above, float width, float height) {
        try {
            sheet.frame(from, above, width, height);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void fill(float from, float above, float width, float height, float grey) {
        try {
            sheet.fill(from, above, width, height, grey);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
