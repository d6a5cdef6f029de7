package org.kedang.document;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Frames on the pipes between server and worker: a big-endian 32-bit length, then that many bytes
 * of UTF-8 JSON. A request frame is followed by the document's content, unframed.
 */
public final class WorkerProtocol {

    private static final int MAX_FRAME = 256 << 20;
    private static final JsonMapper JSON =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxStringLength(MAX_FRAME)
                                                    .build())
                                    .build())
                    .build();

    private WorkerProtocol() {}

    /** Writes one frame and flushes it. */
    public static void write(OutputStream out, Object message) throws IOException {
        byte[] json = JSON.writeValueAsBytes(message);
        DataOutputStream data = new DataOutputStream(out);
        data.writeInt(json.length);
        data.write(json);
        data.flush();
    }

    /**
     * Reads one frame.
     *
     * @return null when the stream ended before a frame began
     * @throws IOException when the stream breaks inside a frame or does not speak this protocol
     */
    public static <T> @Nullable T read(InputStream in, Class<T> type) throws IOException {
        int first = in.read();
        if (first < 0) {
            return null;
        }
        DataInputStream data = new DataInputStream(in);
        int length = first << 24 | data.readUnsignedByte() << 16 | data.readUnsignedShort();
        if (length < 0 || length > MAX_FRAME) {
            throw new IOException("Not a frame: length " + length);
        }
        byte[] json = data.readNBytes(length);
        if (json.length < length) {
            throw new EOFException("Frame cut off after " + json.length + " of " + length);
        }
        return parse(json, type);
    }

    private static <T> T parse(byte[] json, Class<T> type) throws IOException {
        try {
            return JSON.readValue(json, type);
        } catch (JacksonException e) {
            throw new IOException("Not a message: " + e.getOriginalMessage(), e);
        }
    }
}
