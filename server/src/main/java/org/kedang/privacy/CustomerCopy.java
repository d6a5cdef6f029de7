package org.kedang.privacy;

import tools.jackson.databind.ObjectMapper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * All that is kept about a customer, for handing out: a page that people read and print, and the
 * same as JSON that machines take over (PIPL, article 45).
 *
 * @param number of the case for which it was made
 * @param parts the record first; each with its name and its rows, values by their Chinese names
 */
record CustomerCopy(String number, String customer, LocalDateTime madeAt, List<Part> parts) {
    private static final String STYLE =
            """
            body{font:14px/1.6 "Noto Sans CJK SC","Microsoft YaHei",sans-serif;margin:24px auto;max-width:960px;padding:0 16px}
            h1{font-size:20px}h2{font-size:16px;margin-top:24px}table{border-collapse:collapse;width:100%;margin:8px 0}
            th,td{border:1px solid #999;padding:4px 8px;text-align:left;vertical-align:top;overflow-wrap:anywhere}
            th{background:#eee;width:9em;font-weight:500}td{white-space:pre-wrap}
            @media print{body{margin:0}table{break-inside:avoid}}
            """;

    /** What one module keeps. */
    record Part(String name, List<Map<String, Object>> rows) {}

    /** Both files in one archive. */
    byte[] zip(ObjectMapper json) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            put(zip, "客户资料.html", html());
            put(
                    zip,
                    "客户资料.json",
                    json.writerWithDefaultPrettyPrinter().writeValueAsString(content()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private Map<String, Object> content() {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("权利请求", number);
        content.put("制作时间", madeAt.toString());
        parts.forEach(part -> content.put(part.name(), part.rows()));
        return content;
    }

    String html() {
        StringBuilder page = new StringBuilder("<!doctype html><html lang=\"zh-CN\"><head>");
        page.append("<meta charset=\"utf-8\"><title>").append(escaped(customer));
        page.append("</title><style>").append(STYLE).append("</style></head><body><h1>");
        page.append(escaped(customer)).append(" 资料副本</h1><p>权利请求 ").append(escaped(number));
        page.append("　制作时间 ").append(escaped(madeAt.toString().replace('T', ' ')));
        page.append("</p>");
        parts.forEach(part -> append(page, part));
        return page.append("</body></html>").toString();
    }

    private static void append(StringBuilder page, Part part) {
        page.append("<h2>").append(escaped(part.name())).append("（").append(part.rows().size());
        page.append("）</h2>");
        for (Map<String, Object> row : part.rows()) {
            page.append("<table>");
            row.forEach(
                    (name, value) ->
                            page.append("<tr><th>")
                                    .append(escaped(name))
                                    .append("</th><td>")
                                    .append(escaped(String.valueOf(value)))
                                    .append("</td></tr>"));
            page.append("</table>");
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
