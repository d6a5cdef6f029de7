package org.kedang.docworker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kedang.document.ExaminationLimits;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

class TesseractTests {
    @TempDir Path folder;

    @Test
    void asksAnEngineAgainThatDidNotAnswer() throws IOException {
        Tesseract engine =
                Tesseract.at(
                        program(
                                "if [ -e %1$s/asked ]; then echo chi_sim; else touch %1$s/asked; exit 1; fi"
                                        .formatted(folder)));

        assertThat(engine.available(budget(60))).isFalse();
        assertThat(engine.available(budget(60))).isTrue();
    }

    @Test
    void waitsForASlowEngineAsLongAsTheDocumentMay() throws IOException {
        Tesseract engine = Tesseract.at(program("exec sleep 30"));

        assertThatThrownBy(() -> engine.available(budget(1))).isInstanceOf(LimitReached.class);
    }

    private Budget budget(int seconds) {
        return new Budget(new ExaminationLimits(1_000, 10, 1, 1 << 20, 1, seconds), folder, true);
    }

    private String program(String script) throws IOException {
        Path file = Files.writeString(folder.resolve("engine"), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        return file.toString();
    }
}
