package org.kedang.document;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Settings under {@code kedang.document}.
 *
 * @param workers worker processes at most; each starts when it is needed
 * @param heap memory of one worker's heap
 * @param timeLimit for one document, OCR included; then its worker is killed
 * @param documentsPerWorker documents after which a worker is replaced
 * @param workerJar docworker.jar; unset: beside the server's jar or in the source tree
 * @param tempFolder where workers put the document at hand, emptied at start; unset: a new folder
 *     among the system's temporary files
 * @param textChars characters of text kept of a document
 * @param entries files listed of an archive
 * @param depth archives inside archives that are opened
 * @param inflated bytes unpacked of one document at most
 * @param ocr whether images are recognised
 * @param ocrPages pages recognised of one document at most
 * @param clamd virus scanner: {@code auto} (Debian's socket when it is there), {@code off}, {@code
 *     unix:/path} or {@code tcp:host:port}
 * @param clamdTimeLimit for one scan
 */
@ConfigurationProperties("kedang.document")
public record DocumentSettings(
        @DefaultValue("2") int workers,
        @DefaultValue("512MB") DataSize heap,
        @DefaultValue("120s") Duration timeLimit,
        @DefaultValue("200") int documentsPerWorker,
        @Nullable Path workerJar,
        @Nullable Path tempFolder,
        @DefaultValue("2000000") int textChars,
        @DefaultValue("10000") int entries,
        @DefaultValue("5") int depth,
        @DefaultValue("1GB") DataSize inflated,
        @DefaultValue("true") boolean ocr,
        @DefaultValue("50") int ocrPages,
        @DefaultValue("auto") String clamd,
        @DefaultValue("120s") Duration clamdTimeLimit) {

    public DocumentSettings {
        if (workers < 1 || documentsPerWorker < 1) {
            throw new IllegalArgumentException(
                    "kedang.document.workers and documents-per-worker must be at least 1");
        }
        if (timeLimit.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("kedang.document.time-limit must be at least 1s");
        }
    }

    /**
     * A worker stops by itself a little before it would be killed, so that what it has taken is not
     * lost.
     */
    ExaminationLimits limits() {
        int seconds = (int) Math.max(1, timeLimit.toSeconds() * 9 / 10);
        return new ExaminationLimits(
                textChars, entries, depth, inflated.toBytes(), ocrPages, seconds);
    }
}
