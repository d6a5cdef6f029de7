package org.kedang.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The example of docs/audit-format.md is true. */
class ExampleTests {
    private static final Path EXAMPLE = Path.of("..", "docs", "audit-example");

    @TempDir Path folder;

    @Test
    void isProven() throws IOException {
        Path export = folder.resolve("export.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(export))) {
            for (String name : List.of("header.txt", "events.tsv", "checkpoints.txt")) {
                zip.putNextEntry(new ZipEntry(name));
                Files.copy(EXAMPLE.resolve(name), zip);
            }
        }
        Report report = new Report();
        new Verification(
                        Keys.of(List.of(EXAMPLE.resolve("key.txt").toString())),
                        new Authorities(List.of(), List.of()),
                        Duration.ofMinutes(10),
                        report)
                .run(export.toString(), List.of(EXAMPLE.resolve("checkpoints.txt").toString()));

        assertThat(report.isProven()).isTrue();
    }
}
