package org.kedang.storage;

import com.google.crypto.tink.StreamingAead;

import org.kedang.kernel.Problem;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;

/** One pass over a stream that counts, digests and encrypts it. */
final class Sealing {
    private static final int BUFFER_BYTES = 64 * 1024;

    private final long limit;
    private final long named;
    private final MessageDigest digest = Digest.begin();
    private long size;
    private boolean reachedEnd;

    /**
     * @param limit most bytes to take
     * @param named the limit to name in a refusal
     */
    Sealing(long limit, long named) {
        this.limit = limit;
        this.named = named;
    }

    void run(InputStream source, FileChannel disk, StreamingAead cipher, ContentId id)
            throws IOException {
        try (WritableByteChannel sealed =
                cipher.newEncryptingChannel(new StaysOpen(disk), id.bytes())) {
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int count = read(source, buffer); count >= 0; count = read(source, buffer)) {
                add(count);
                digest.update(buffer, 0, count);
                Disk.writeAll(sealed, ByteBuffer.wrap(buffer, 0, count));
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot encrypt content " + id, e);
        }
    }

    long size() {
        return size;
    }

    String sha256() {
        return Digest.finish(digest);
    }

    boolean reachedEnd() {
        return reachedEnd;
    }

    // A failing source is the sender's trouble and ends the stream; a failing disk is ours and goes
    // up.
    private int read(InputStream source, byte[] buffer) {
        try {
            int count = source.read(buffer);
            reachedEnd = count < 0;
            return count;
        } catch (IOException e) {
            return -1;
        }
    }

    private void add(int count) {
        size += count;
        if (size > limit) {
            throw Problem.of(StorageProblem.FILE_TOO_LARGE, named >> 20);
        }
    }

    /** Tink closes what it writes to, but the file must be synced after its last segment. */
    private record StaysOpen(FileChannel disk) implements WritableByteChannel {
        @Override
        public int write(ByteBuffer bytes) throws IOException {
            return disk.write(bytes);
        }

        @Override
        public boolean isOpen() {
            return disk.isOpen();
        }

        @Override
        public void close() {}
    }
}
