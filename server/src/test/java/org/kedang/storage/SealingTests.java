package org.kedang.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

import org.kedang.kernel.Problem;
import org.springframework.util.FileSystemUtils;
import org.springframework.util.unit.DataSize;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Random;
import java.util.UUID;

class SealingTests {
    private static final int MOST = 300_000;
    private static Path folder;
    private static Keys keys;
    private static KeyId key;

    @BeforeContainer
    static void createKey() throws Exception {
        folder = Files.createTempDirectory("sealing");
        keys =
                new Keys(
                        new StorageSettings(
                                folder,
                                folder.resolve("keys"),
                                DataSize.ofMegabytes(1),
                                Duration.ofDays(1)));
        key = keys.create();
    }

    @AfterContainer
    static void removeFolder() throws IOException {
        FileSystemUtils.deleteRecursively(folder);
    }

    @Property(tries = 60)
    void givesBackAnyRangeOfAnyLength(
            @ForAll @IntRange(max = MOST) int size,
            @ForAll @IntRange(max = MOST) int from,
            @ForAll long seed)
            throws Exception {
        byte[] bytes = bytes(size, seed);
        Sealed sealed = seal(new ByteArrayInputStream(bytes), MOST);

        assertThat(sealed.sealing().size()).isEqualTo(size);
        assertThat(sealed.sealing().reachedEnd()).isTrue();
        assertThat(sealed.sealing().sha256())
                .isEqualTo(
                        HexFormat.of()
                                .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        int start = Math.min(from, size);
        assertThat(sealed.readFrom(start))
                .isEqualTo(java.util.Arrays.copyOfRange(bytes, start, size));
    }

    @Property(tries = 20)
    void keepsWhatArrivedBeforeTheSourceBroke(@ForAll @IntRange(max = MOST) int size)
            throws Exception {
        byte[] bytes = bytes(size, size);
        InputStream breaking =
                new SequenceInputStream(new ByteArrayInputStream(bytes), new Broken());

        Sealed sealed = seal(breaking, MOST);

        assertThat(sealed.sealing().reachedEnd()).isFalse();
        assertThat(sealed.readFrom(0)).isEqualTo(bytes);
    }

    @Property(tries = 20)
    void refusesTheFirstByteOverTheLimit(@ForAll @IntRange(min = 1, max = MOST) int size)
            throws Exception {
        byte[] bytes = bytes(size, size);

        assertThat(seal(new ByteArrayInputStream(bytes), size).sealing().size()).isEqualTo(size);
        assertThatThrownBy(() -> seal(new ByteArrayInputStream(bytes), size - 1))
                .isInstanceOfSatisfying(
                        Problem.class,
                        p -> assertThat(p.type()).isEqualTo(StorageProblem.FILE_TOO_LARGE));
    }

    @Property(tries = 30)
    void noticesEveryChangedByte(
            @ForAll @IntRange(min = 1, max = 200_000) int size,
            @ForAll @IntRange(max = MOST) int at)
            throws Exception {
        Sealed sealed = seal(new ByteArrayInputStream(bytes(size, 1)), MOST);
        byte[] onDisk = Files.readAllBytes(sealed.file());
        onDisk[at % onDisk.length] ^= 1;
        Files.write(sealed.file(), onDisk);

        assertThatThrownBy(() -> sealed.readFrom(0)).isInstanceOf(IOException.class);
    }

    private record Sealed(Path file, ContentId id, Sealing sealing) {
        byte[] readFrom(int start) throws Exception {
            try (FileChannel disk = FileChannel.open(file, StandardOpenOption.READ);
                    SeekableByteChannel plain =
                            keys.cipher(key).newSeekableDecryptingChannel(disk, id.bytes())) {
                plain.position(start);
                ByteBuffer read = ByteBuffer.allocate(MOST + 1);
                while (plain.read(read) >= 0) {}
                return java.util.Arrays.copyOf(read.array(), read.position());
            }
        }
    }

    private static Sealed seal(InputStream source, long limit) throws IOException {
        ContentId id = new ContentId(UUID.randomUUID());
        Path file = folder.resolve(id.toString());
        Sealing sealing = new Sealing(limit, limit);
        try (FileChannel disk = Disk.createPrivate(file)) {
            sealing.run(source, disk, keys.cipher(key), id);
        }
        return new Sealed(file, id, sealing);
    }

    private static byte[] bytes(int size, long seed) {
        byte[] bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private static final class Broken extends InputStream {
        @Override
        public int read() throws IOException {
            throw new IOException("connection reset");
        }
    }
}
