package org.kedang.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

class BinariesTests {
    @TempDir Path parent;

    @Test
    void unpacksOnceAndSweepsWhatWasAbandoned() throws Exception {
        Path underWay = Files.createDirectory(parent.resolve("unpacking1"));
        Path abandoned = Files.createDirectory(parent.resolve("unpacking2"));
        Files.setLastModifiedTime(
                abandoned, FileTime.from(Instant.now().minusSeconds(24 * 60 * 60)));

        Path postgres = Binaries.in(parent).program("postgres");
        FileTime unpacked = Files.getLastModifiedTime(postgres);

        assertThat(postgres).isExecutable();
        assertThat(underWay).exists();
        assertThat(abandoned).doesNotExist();
        assertThat(Binaries.in(parent).program("postgres")).isEqualTo(postgres);
        assertThat(Files.getLastModifiedTime(postgres)).isEqualTo(unpacked);
        try (var left = Files.list(parent)) {
            assertThat(left).containsExactlyInAnyOrder(underWay, postgres.getParent().getParent());
        }
    }
}
