package org.kedang.kernel;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Workbooks from outside, unpacked within limits before anything else reads them. */
public final class BoundedZip {
    private static final int MOST_ENTRIES = 200;
    private static final int MOST_UNPACKED = 32 << 20;

    private BoundedZip() {}

    /**
     * The same archive packed anew: at most 200 entries and 32 MiB of content, which no declared
     * size can lie about.
     *
     * @throws IOException if it is no archive or larger
     */
    public static byte[] repacked(byte[] file) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        int left = MOST_UNPACKED;
        int entries = 0;
        try (ZipFile in =
                        ZipFile.builder()
                                .setSeekableByteChannel(new SeekableInMemoryByteChannel(file))
                                .get();
                ZipOutputStream out = new ZipOutputStream(packed)) {
            for (ZipArchiveEntry entry : Collections.list(in.getEntries())) {
                byte[] content = in.getInputStream(entry).readNBytes(left + 1);
                left -= content.length;
                if (left < 0 || ++entries > MOST_ENTRIES) {
                    throw new IOException("more than a sheet holds");
                }
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(content);
            }
        }
        return packed.toByteArray();
    }
}
