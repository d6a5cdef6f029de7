package org.kedang.docworker;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry.NameSource;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * How the names inside an archive are written. Chinese Windows writes GBK without saying so; all
 * names of an archive are judged together because a short one alone says little.
 */
final class EntryNames {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Charset DOS = Charset.forName("IBM437");

    private final Charset charset;

    private EntryNames(byte[] undeclared) {
        if (PlainText.decodes(undeclared, StandardCharsets.UTF_8)) {
            charset = StandardCharsets.UTF_8;
        } else {
            charset = PlainText.looksLikeGb(undeclared) ? GB18030 : DOS;
        }
    }

    static EntryNames of(List<ZipArchiveEntry> entries) {
        ByteArrayOutputStream undeclared = new ByteArrayOutputStream();
        for (ZipArchiveEntry entry : entries) {
            if (!isDeclared(entry)) {
                undeclared.writeBytes(entry.getRawName());
                undeclared.write('\n');
            }
        }
        return new EntryNames(undeclared.toByteArray());
    }

    /** For names decoded as ISO 8859-1 to keep their bytes. */
    static EntryNames ofLatin1(String name) {
        return new EntryNames(
                isLatin1(name) ? name.getBytes(StandardCharsets.ISO_8859_1) : new byte[0]);
    }

    boolean isGbk() {
        return charset.equals(GB18030);
    }

    String nameOf(ZipArchiveEntry entry) {
        return isDeclared(entry) ? entry.getName() : new String(entry.getRawName(), charset);
    }

    String decode(String latin1) {
        return isLatin1(latin1)
                ? new String(latin1.getBytes(StandardCharsets.ISO_8859_1), charset)
                : latin1;
    }

    private static boolean isDeclared(ZipArchiveEntry entry) {
        return entry.getGeneralPurposeBit().usesUTF8ForNames()
                || entry.getNameSource() == NameSource.UNICODE_EXTRA_FIELD;
    }

    private static boolean isLatin1(String name) {
        return name.chars().allMatch(c -> c < 0x100);
    }
}
