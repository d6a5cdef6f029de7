package org.kedang.docworker;

import static org.kedang.document.FindingCode.ARCHIVE_LIMIT_REACHED;
import static org.kedang.document.FindingCode.TIME_LIMIT_REACHED;

import org.jspecify.annotations.Nullable;
import org.kedang.document.ExaminationLimits;
import org.kedang.document.Finding;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;

/** What is left of the limits of one document, shared by everything inside it. */
final class Budget {

    private final ExaminationLimits limits;
    private final Path folder;
    private final boolean ocr;
    private final long deadline;
    private int entries;
    private long bytes;
    private int ocrPages;
    private @Nullable LimitReached reached;

    Budget(ExaminationLimits limits, Path folder, boolean ocr) {
        this.limits = limits;
        this.ocr = ocr;
        this.folder = folder;
        this.deadline = System.nanoTime() + Duration.ofSeconds(limits.seconds()).toNanos();
        this.entries = limits.entries();
        this.bytes = limits.inflatedBytes();
        this.ocrPages = limits.ocrPages();
    }

    ExaminationLimits limits() {
        return limits;
    }

    /**
     * The limit that stopped the examination, also when a library wrapped or swallowed the
     * exception.
     */
    @Nullable LimitReached reached() {
        return reached;
    }

    boolean ocr() {
        return ocr;
    }

    void checkTime() {
        if (timeLeft().isNegative()) {
            throw stop(Finding.of(TIME_LIMIT_REACHED));
        }
    }

    Duration timeLeft() {
        return Duration.ofNanos(deadline - System.nanoTime());
    }

    void takeEntry() {
        checkTime();
        if (--entries < 0) {
            throw stop(Finding.of(ARCHIVE_LIMIT_REACHED, "limit", limits.entries() + " entries"));
        }
    }

    boolean allowsDepth(int depth) {
        return depth <= limits.depth();
    }

    boolean hasOcrPage() {
        return ocrPages > 0;
    }

    void takeOcrPage() {
        ocrPages--;
    }

    /** Stores a part of a document in a file of its own, which the caller deletes. */
    Path store(InputStream part) throws IOException {
        Path file = newFile();
        try (InputStream counted = counted(part)) {
            Files.copy(counted, file, StandardCopyOption.REPLACE_EXISTING);
            return file;
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    Path newFile() throws IOException {
        return Files.createTempFile(folder, "part", ".bin");
    }

    /** Counts what is unpacked against the limit of inflated bytes. */
    InputStream counted(InputStream part) {
        return new FilterInputStream(part) {
            @Override
            public int read() throws IOException {
                int read = super.read();
                take(read < 0 ? 0 : 1);
                return read;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                int read = super.read(buffer, offset, length);
                take(Math.max(read, 0));
                return read;
            }
        };
    }

    private void take(int read) {
        bytes -= read;
        if (bytes < 0) {
            throw stop(
                    Finding.of(ARCHIVE_LIMIT_REACHED, "limit", limits.inflatedBytes() + " bytes"));
        }
        checkTime();
    }

    private LimitReached stop(Finding finding) {
        LimitReached stop = new LimitReached(finding);
        reached = stop;
        return stop;
    }
}
