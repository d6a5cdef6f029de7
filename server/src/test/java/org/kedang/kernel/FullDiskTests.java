package org.kedang.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;

class FullDiskTests {
    @Test
    void knowsWhatTheSystemSaysOfAFullDevice() throws IOException {
        IOException told = null;
        try (FileChannel full = FileChannel.open(Path.of("/dev/full"), StandardOpenOption.WRITE)) {
            full.write(ByteBuffer.allocate(1));
        } catch (IOException e) {
            told = e;
        }
        assertThat(told).isNotNull();
        assertThat(FullDisk.isBehind(new UncheckedIOException(told))).isTrue();
    }

    @Test
    void knowsWhatPostgresSaysOfOne() {
        SQLException told = new SQLException("could not extend file", "53100");

        assertThat(FullDisk.isBehind(new IllegalStateException("not flushed", told))).isTrue();
    }

    @Test
    void leavesOtherFailuresAlone() {
        assertThat(FullDisk.isBehind(new IOException("Connection reset"))).isFalse();
        assertThat(FullDisk.isBehind(new SQLException("too many clients", "53300"))).isFalse();
        assertThat(FullDisk.isBehind(null)).isFalse();
    }
}
