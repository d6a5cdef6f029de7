package org.kedang.docworker;

import org.kedang.document.Examination;
import org.kedang.document.ExaminationLimits;
import org.kedang.document.ExaminationRequest;
import org.kedang.document.Finding;
import org.kedang.document.FindingCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.LogManager;

/** Examines documents of tests in this process. */
final class Examining {

    static final ExaminationLimits LIMITS =
            new ExaminationLimits(100_000, 1_000, 5, 64 << 20, 10, 60);

    static {
        // PDFBox tells of every repair; these tests make damage on purpose
        LogManager.getLogManager().reset();
    }

    private final Path folder;
    private final Examiner examiner;

    Examining(Path folder) {
        this.folder = folder;
        this.examiner = new Examiner(folder);
    }

    Examination of(String name, byte[] content) throws IOException {
        return of(name, content, LIMITS, true);
    }

    Examination of(String name, byte[] content, ExaminationLimits limits, boolean ocr)
            throws IOException {
        Path file = Files.write(folder.resolve("content.bin"), content);
        return examiner.examine(new ExaminationRequest(name, content.length, limits, ocr), file);
    }

    /**
     * Whether this machine recognises Chinese; where all tests are to run, {@code CI=true}, it
     * must.
     */
    static boolean hasOcr() {
        boolean there = Tesseract.installed().available(new Budget(LIMITS, Path.of("."), true));
        if (!there && "true".equals(System.getenv("CI"))) {
            throw new AssertionError("Tesseract with chi_sim is not installed or does not answer");
        }
        return there;
    }

    static Finding finding(Examination examination, FindingCode code) {
        return examination.findings().stream()
                .filter(finding -> finding.code() == code)
                .findFirst()
                .orElseThrow(() -> new AssertionError(code + " not in " + examination.findings()));
    }
}
