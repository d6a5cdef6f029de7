package org.kedang.paper;

import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The one typeface of a document, Noto Sans SC; only the characters that are used go into the
 * document.
 */
final class Typeface {
    /** What stands for a character that the typeface lacks (GB/T 15834 leaves it to the trade). */
    private static final int MISSING = '〓';

    private static final String FILE = "NotoSansSC_400Regular.ttf";

    /** Read once for all documents. */
    private static final class Bytes {
        static final byte[] ALL = read();

        private static byte[] read() {
            try (InputStream in = Typeface.class.getResourceAsStream(FILE)) {
                return Objects.requireNonNull(in, FILE).readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private final TrueTypeFont outlines;
    private final CmapLookup glyphs;
    private final PDFont font;
    private final Map<Integer, Float> advances = new HashMap<>();

    private Typeface(TrueTypeFont outlines, PDDocument document) throws IOException {
        this.outlines = outlines;
        this.glyphs = outlines.getUnicodeCmapLookup();
        this.font = PDType0Font.load(document, outlines, true);
    }

    static Typeface of(PDDocument document) throws IOException {
        TrueTypeFont outlines = new TTFParser(true).parse(new RandomAccessReadBuffer(Bytes.ALL));
        outlines.setEnableGsub(false);
        return new Typeface(outlines, document);
    }

    PDFont font() {
        return font;
    }

    /** The text as it can be written: no line ends, no tabs, nothing that has no glyph. */
    String writable(String text) {
        StringBuilder writable = new StringBuilder(text.length());
        text.codePoints()
                .filter(one -> Character.getType(one) != Character.FORMAT)
                .map(one -> Character.isWhitespace(one) || Character.isISOControl(one) ? ' ' : one)
                .filter(one -> !isSelector(one))
                .map(one -> glyphs.getGlyphId(one) == 0 ? MISSING : one)
                .forEach(writable::appendCodePoint);
        return writable.toString();
    }

    /** Chooses a variant of the character before it; has no glyph of its own. */
    private static boolean isSelector(int one) {
        return (one >= 0xFE00 && one <= 0xFE0F) || (one >= 0xE0100 && one <= 0xE01EF);
    }

    /** How far the writable text reaches at this size, in points. */
    float width(String text, float size) {
        double thousandths = text.codePoints().mapToDouble(this::advance).sum();
        return (float) (thousandths * size / 1000);
    }

    private float advance(int one) {
        return advances.computeIfAbsent(one, this::measured);
    }

    private float measured(int one) {
        try {
            int units = outlines.getUnitsPerEm();
            return outlines.getAdvanceWidth(glyphs.getGlyphId(one)) * 1000f / units;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
