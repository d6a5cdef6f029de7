package org.kedang.document;

import org.jspecify.annotations.Nullable;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Asks clamd about contents, by its commands PING and INSTREAM over TCP or a Unix socket
 * (clamd(8)). One connection a scan; safe for use by many threads.
 */
public final class VirusScanner {

    private static final Path DEBIAN_SOCKET = Path.of("/run/clamav/clamd.ctl");
    private static final int CHUNK = 64 << 10;
    private static final int LONGEST_ANSWER = 4096;

    private final @Nullable SocketAddress address;
    private final Duration timeLimit;

    VirusScanner(DocumentSettings settings) {
        this.address = addressOf(settings.clamd());
        this.timeLimit = settings.clamdTimeLimit();
    }

    private static @Nullable SocketAddress addressOf(String setting) {
        if (setting.equals("off")) {
            return null;
        }
        if (setting.equals("auto")) {
            return Files.isReadable(DEBIAN_SOCKET)
                    ? UnixDomainSocketAddress.of(DEBIAN_SOCKET)
                    : null;
        }
        if (setting.startsWith("unix:")) {
            return UnixDomainSocketAddress.of(setting.substring(5));
        }
        int colon = setting.lastIndexOf(':');
        if (setting.startsWith("tcp:") && colon > 4) {
            int port = Integer.parseInt(setting.substring(colon + 1));
            return new InetSocketAddress(setting.substring(4, colon), port);
        }
        throw new IllegalArgumentException(
                "kedang.document.clamd must be auto, off, unix:/path or tcp:host:port, not "
                        + setting);
    }

    /**
     * Whether a scanner is configured; then {@link VirusVerdict.Off} is no answer of {@link #scan}.
     */
    public boolean isOn() {
        return address != null;
    }

    /** {@link VirusVerdict.Clean} when the scanner answers a ping. */
    public VirusVerdict ping() {
        return ask(
                channel -> {
                    write(channel, ByteBuffer.wrap("zPING\0".getBytes(StandardCharsets.US_ASCII)));
                    String answer = answer(channel);
                    return answer.equals("PONG")
                            ? new VirusVerdict.Clean()
                            : new VirusVerdict.Down(answer);
                });
    }

    /**
     * Scans a content to its end or to the first finding. The stream is left open.
     *
     * @throws UncheckedIOException when the content itself cannot be read
     */
    public VirusVerdict scan(InputStream content) {
        return ask(
                channel -> {
                    write(
                            channel,
                            ByteBuffer.wrap("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII)));
                    try {
                        send(content, channel);
                    } catch (IOException e) {
                        return earlyAnswer(channel, e);
                    }
                    return verdict(answer(channel));
                });
    }

    private interface Conversation {
        VirusVerdict with(SocketChannel channel) throws IOException;
    }

    private VirusVerdict ask(Conversation conversation) {
        if (address == null) {
            return new VirusVerdict.Off();
        }
        try (SocketChannel channel = SocketChannel.open(address)) {
            Thread guard = Thread.startVirtualThread(() -> closeAfter(channel, timeLimit));
            try {
                return conversation.with(channel);
            } finally {
                guard.interrupt();
            }
        } catch (IOException e) {
            String message = e.getMessage();
            return new VirusVerdict.Down(message == null ? e.getClass().getSimpleName() : message);
        }
    }

    private static void closeAfter(SocketChannel channel, Duration limit) {
        try {
            Thread.sleep(limit);
            channel.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            // closed is closed
        }
    }

    private static void send(InputStream content, SocketChannel channel) throws IOException {
        byte[] chunk = new byte[CHUNK];
        for (int read = read(content, chunk); read > 0; read = read(content, chunk)) {
            write(channel, ByteBuffer.allocate(4).putInt(read).flip());
            write(channel, ByteBuffer.wrap(chunk, 0, read));
        }
        write(channel, ByteBuffer.allocate(4));
    }

    private static int read(InputStream content, byte[] chunk) {
        try {
            return content.readNBytes(chunk, 0, chunk.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(SocketChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /**
     * clamd hangs up while we are still sending when the content is over its limit; its answer may
     * be waiting.
     */
    private static VirusVerdict earlyAnswer(SocketChannel channel, IOException broken)
            throws IOException {
        try {
            return verdict(answer(channel));
        } catch (IOException e) {
            broken.addSuppressed(e);
            throw broken;
        }
    }

    private static String answer(SocketChannel channel) throws IOException {
        ByteBuffer answer = ByteBuffer.allocate(LONGEST_ANSWER);
        while (answer.hasRemaining() && channel.read(answer) >= 0) {
            if (answer.position() > 0 && answer.get(answer.position() - 1) == 0) {
                break;
            }
        }
        if (answer.position() == 0) {
            throw new EOFException("clamd hung up without an answer");
        }
        return new String(answer.array(), 0, answer.position(), StandardCharsets.UTF_8)
                .replace("\0", "")
                .strip();
    }

    private static VirusVerdict verdict(String answer) {
        if (answer.equals("stream: OK")) {
            return new VirusVerdict.Clean();
        }
        if (answer.startsWith("stream: ") && answer.endsWith(" FOUND")) {
            return new VirusVerdict.Infected(
                    answer.substring("stream: ".length(), answer.length() - " FOUND".length()));
        }
        return answer.contains("size limit exceeded")
                ? new VirusVerdict.TooLarge()
                : new VirusVerdict.Down(answer);
    }
}
