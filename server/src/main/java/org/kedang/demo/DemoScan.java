package org.kedang.demo;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * A page that stands for the scan of a signed paper: PDF 1.7 (ISO 32000-1) with a Chinese font that
 * readers bring along.
 */
final class DemoScan {
    private static final int LEADING = 28;

    private DemoScan() {}

    /** One A4 page with a line of text for each of the lines. */
    static byte[] of(List<String> lines) {
        StringBuilder text = new StringBuilder("BT /F1 14 Tf 72 760 Td %d TL%n".formatted(LEADING));
        lines.forEach(line -> text.append("<").append(hex(line)).append("> Tj T*\n"));
        text.append("ET");
        return file(
                List.of(
                        "<< /Type /Catalog /Pages 2 0 R >>",
                        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
                                + " /Resources << /Font << /F1 5 0 R >> >> >>",
                        "<< /Length %d >>\nstream\n%s\nendstream".formatted(text.length(), text),
                        "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding"
                                + " /UniGB-UTF16-H /DescendantFonts [6 0 R] >>",
                        "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light"
                                + " /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1)"
                                + " /Supplement 5 >> /FontDescriptor 7 0 R >>",
                        "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [0"
                                + " -250 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120"
                                + " /CapHeight 880 /StemV 93 >>"));
    }

    private static String hex(String line) {
        return HexFormat.of().formatHex(line.getBytes(StandardCharsets.UTF_16BE));
    }

    private static byte[] file(List<String> objects) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        List<Integer> places = new ArrayList<>();
        write(bytes, "%PDF-1.7\n");
        for (int number = 1; number <= objects.size(); number++) {
            places.add(bytes.size());
            write(bytes, number + " 0 obj\n" + objects.get(number - 1) + "\nendobj\n");
        }
        int table = bytes.size();
        write(bytes, "xref\n0 %d\n0000000000 65535 f \n".formatted(objects.size() + 1));
        places.forEach(place -> write(bytes, "%010d 00000 n \n".formatted(place)));
        write(
                bytes,
                "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
                        .formatted(objects.size() + 1, table));
        return bytes.toByteArray();
    }

    private static void write(ByteArrayOutputStream bytes, String text) {
        bytes.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
