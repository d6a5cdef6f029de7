package org.kedang.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

class FolderLockTests {
    @TempDir Path folder;

    /** Asked for by the same process, a folder that it has must not become free for others. */
    @Test
    void keepsOtherProcessesOutEvenAfterAskingAgain() throws Exception {
        assertThat(isFreeForAnotherProcess()).isTrue();
        try (FolderLock lock = FolderLock.take(folder)) {
            assertThat(FolderLock.tryTake(folder)).isEmpty();
            assertThat(isFreeForAnotherProcess()).isFalse();
            assertThat(lock).isNotNull();
        }
        assertThat(isFreeForAnotherProcess()).isTrue();
        try (FolderLock again = FolderLock.take(folder)) {
            assertThat(again).isNotNull();
        }
    }

    private boolean isFreeForAnotherProcess() throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Other.class.getName(),
                                folder.toString())
                        .redirectErrorStream(true)
                        .start();
        String said =
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).isIn("free", "taken");
        return said.equals("free");
    }

    /** Another process that wants the folder. */
    static final class Other {
        private Other() {}

        public static void main(String[] arguments) throws IOException {
            System.out.println(
                    FolderLock.tryTake(Path.of(arguments[0])).isPresent() ? "free" : "taken");
        }
    }
}
