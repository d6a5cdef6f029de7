package org.kedang.docworker;

import static org.kedang.document.FindingCode.TEXT_ENCODING;

import org.apache.tika.parser.txt.CharsetDetector;
import org.apache.tika.parser.txt.CharsetMatch;
import org.jspecify.annotations.Nullable;
import org.kedang.document.Finding;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Text files: byte order mark, then strict UTF-8, then GB 18030 as China writes it, then
 * statistics.
 */
final class PlainText implements Reader {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int BYTES_PER_CHAR = 4;
    private static final int SAMPLE = 64 << 10;
    private static final int SURE = 60;

    @Override
    public void read(Paper paper, Report report, Budget budget) throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(paper.path())) {
            long wanted = (long) budget.limits().textChars() * BYTES_PER_CHAR + BYTES_PER_CHAR;
            bytes = in.readNBytes((int) Math.min(wanted, 64 << 20));
        }
        Charset charset = charsetOf(bytes);
        if (!charset.equals(StandardCharsets.UTF_8)) {
            report.found(Finding.of(TEXT_ENCODING, "charset", charset.name()));
        }
        String text = new String(bytes, charset);
        report.text().write(text.startsWith("\uFEFF") ? text.substring(1) : text);
    }

    /**
     * Whether the beginning of a file without any signature is text: decodable, and no control
     * characters in it.
     */
    static boolean isText(Path path) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(path)) {
            head = in.readNBytes(SAMPLE);
        }
        boolean decodable = decodes(head, StandardCharsets.UTF_8) || looksLikeGb(head);
        for (int i = 0; i < head.length && decodable; i++) {
            int b = head[i] & 0xFF;
            decodable = b >= 0x20 || b == '\t' || b == '\n' || b == '\r' || b == '\f' || b == 0x1B;
        }
        return decodable && head.length > 0;
    }

    static Charset charsetOf(byte[] bytes) {
        Charset marked = byMark(bytes);
        if (marked != null) {
            return marked;
        }
        if (decodes(bytes, StandardCharsets.UTF_8)) {
            return StandardCharsets.UTF_8;
        }
        return looksLikeGb(bytes) ? GB18030 : byStatistics(bytes);
    }

    private static @Nullable Charset byMark(byte[] b) {
        if (b.length >= 4 && b[0] == (byte) 0xFF && b[1] == (byte) 0xFE && b[2] == 0 && b[3] == 0) {
            return Charset.forName("UTF-32LE");
        }
        if (b.length >= 2 && b[0] == (byte) 0xFF && b[1] == (byte) 0xFE) {
            return StandardCharsets.UTF_16LE;
        }
        if (b.length >= 2 && b[0] == (byte) 0xFE && b[1] == (byte) 0xFF) {
            return StandardCharsets.UTF_16BE;
        }
        return null;
    }

    /** Strict; a character cut off at the end is no error. */
    static boolean decodes(byte[] bytes, Charset charset) {
        var decoder =
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(8 << 10);
        while (true) {
            CoderResult result = decoder.decode(in, out, false);
            if (result.isError()) {
                return false;
            }
            if (result.isUnderflow()) {
                return true;
            }
            out.clear();
        }
    }

    /**
     * Nearly every byte sequence decodes as GB 18030, so most of its double bytes must also lie in
     * the GB 2312 part, where everyday Chinese lives.
     */
    static boolean looksLikeGb(byte[] bytes) {
        if (!decodes(bytes, GB18030)) {
            return false;
        }
        int everyday = 0;
        int other = 0;
        for (int i = 0; i + 1 < Math.min(bytes.length, SAMPLE); i++) {
            int lead = bytes[i] & 0xFF;
            if (lead < 0x80) {
                continue;
            }
            int trail = bytes[++i] & 0xFF;
            boolean gb2312 =
                    lead >= 0xA1 && lead <= 0xF7 && trail >= 0xA1 && (lead <= 0xA9 || lead >= 0xB0);
            everyday += gb2312 ? 1 : 0;
            other += gb2312 ? 0 : 1;
        }
        return everyday >= 4L * other;
    }

    private static Charset byStatistics(byte[] bytes) {
        CharsetDetector detector = new CharsetDetector();
        detector.setText(bytes.length <= SAMPLE ? bytes : Arrays.copyOf(bytes, SAMPLE));
        CharsetMatch match = detector.detect();
        boolean sure =
                match != null
                        && match.getConfidence() >= SURE
                        && Charset.isSupported(match.getName());
        return sure ? Charset.forName(match.getName()) : GB18030;
    }
}
