package org.kedang.docworker;

import org.apache.tika.detect.EncodingDetector;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.parser.html.HtmlEncodingDetector;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Charset of a text inside a mail or a page: what its header declares, if the bytes allow it; then
 * strict UTF-8, what the page declares, and at last what its bytes look like.
 */
final class Charsets implements EncodingDetector {

    private static final long serialVersionUID = 1L;
    private static final int SAMPLE = 64 << 10;

    @Override
    public Charset detect(InputStream in, Metadata metadata) throws IOException {
        in.mark(SAMPLE);
        byte[] head = in.readNBytes(SAMPLE);
        in.reset();
        Charset declared = declared(metadata);
        if (declared != null && PlainText.decodes(head, declared)) {
            return declared;
        }
        if (PlainText.decodes(head, StandardCharsets.UTF_8)) {
            return StandardCharsets.UTF_8;
        }
        Charset ofPage = new HtmlEncodingDetector().detect(in, metadata);
        return ofPage != null && PlainText.decodes(head, ofPage)
                ? ofPage
                : PlainText.charsetOf(head);
    }

    /** GB 2312 and GBK are declared where their superset GB 18030 is written. */
    private static @Nullable Charset declared(Metadata metadata) {
        String name = metadata.get(Metadata.CONTENT_ENCODING);
        if (name == null) {
            MediaType type = MediaType.parse(metadata.get(Metadata.CONTENT_TYPE));
            name = type == null ? null : type.getParameters().get("charset");
        }
        if (name == null || !supported(name)) {
            return null;
        }
        Charset charset = Charset.forName(name);
        boolean gb = charset.name().equals("GB2312") || charset.name().equals("GBK");
        return gb ? Charset.forName("GB18030") : charset;
    }

    private static boolean supported(String name) {
        try {
            return Charset.isSupported(name);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
