package org.kedang.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 (FIPS 180-4) as 64 lower-case hexadecimal digits. */
final class Digest {
    private static final int BUFFER_BYTES = 64 * 1024;

    private Digest() {}

    static MessageDigest begin() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String finish(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    static String of(ReadableByteChannel source) throws IOException {
        MessageDigest digest = begin();
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
        while (source.read(buffer) >= 0) {
            digest.update(buffer.flip());
            buffer.clear();
        }
        return finish(digest);
    }
}
