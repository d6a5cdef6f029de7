package org.kedang.verifier;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** An export's ZIP. What it claims is believed nowhere; a bomb in it is noticed. */
final class Export implements Closeable {
    static final String HEADER = "header.txt";
    static final String EVENTS = "events.tsv";
    static final String UNSEALED = "unsealed.tsv";
    static final String CHECKPOINTS = "checkpoints.txt";
    static final String BLOCKS = "blocks.tsv";
    static final String TIME_STAMPS = "time-stamps.tsv";

    private final ZipFile zip;
    private final String name;

    private Export(ZipFile zip, String name) {
        this.zip = zip;
        this.name = name;
    }

    static Export open(String file) throws IOException {
        try {
            Path path = Path.of(file);
            return new Export(new ZipFile(path.toFile()), String.valueOf(path.getFileName()));
        } catch (ZipException | IllegalArgumentException e) {
            throw new Unusable("%s 不是完整的 ZIP 文件。", "%s is not a whole ZIP file.", file);
        }
    }

    /** The content of a file that must be there. */
    InputStream file(String entry) throws IOException {
        InputStream in = find(entry);
        if (in == null) {
            throw new Unusable(
                    "导出中缺少 %s，不是客档日志的导出。", "%s is missing: not an export of Kedang's log.", entry);
        }
        return in;
    }

    /** The content of a file, or nothing if there is no such file. */
    InputStream fileIfAny(String entry) throws IOException {
        InputStream in = find(entry);
        return in == null ? InputStream.nullInputStream() : in;
    }

    private @Nullable InputStream find(String entry) throws IOException {
        ZipEntry found = zip.getEntry(entry);
        if (found == null) {
            return null;
        }
        return new Bounded(
                zip.getInputStream(found), Math.max(1, found.getCompressedSize()), entry);
    }

    Checkpoints.Source ownCheckpoints() {
        return new Checkpoints.Source(
                name + "/" + CHECKPOINTS, false, () -> fileIfAny(CHECKPOINTS));
    }

    Checkpoints.Source stampedCheckpoints(byte[] notes) {
        return new Checkpoints.Source(
                name + "/" + TIME_STAMPS, false, () -> new ByteArrayInputStream(notes));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** Refuses what grows beyond all measure when it is unpacked. */
    private static final class Bounded extends FilterInputStream {
        private static final long HARMLESS = 64L << 20;
        private static final long GROWTH = 300;

        private final long compressed;
        private final String entry;
        private long unpacked;

        Bounded(InputStream in, long compressed, String entry) {
            super(in);
            this.compressed = compressed;
            this.entry = entry;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read;
            try {
                read = super.read(into, from, length);
            } catch (ZipException | EOFException e) {
                throw new Unusable("ZIP 中的 %s 已损坏。", "%s in the ZIP is damaged.", entry);
            }
            unpacked += Math.max(0, read);
            if (unpacked > HARMLESS && unpacked / GROWTH > compressed) {
                throw new Unusable(
                        "%s 解压后大得不合理（压缩炸弹），已停止。",
                        "%s unpacks beyond all measure (a ZIP bomb): stopped.", entry);
            }
            return read;
        }
    }
}
