package org.kedang.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class WorkerFoldersTests {

    @TempDir Path folder;

    @Test
    void removesWhatKilledServersLeftAndNothingElse() throws IOException {
        long dead = Long.MAX_VALUE / 100;
        Path left = Files.createDirectory(folder.resolve("worker-" + dead + "-1"));
        Files.writeString(left.resolve("content.bin"), "secret");
        Path foreign = Files.writeString(folder.resolve("report.docx"), "not ours");
        Path running = WorkerFolders.prepare(folder).create();

        WorkerFolders.prepare(folder);

        assertThat(left).doesNotExist();
        assertThat(foreign).exists();
        assertThat(running).exists();
        assertThat(Files.getPosixFilePermissions(running)).hasSize(3);
    }
}
