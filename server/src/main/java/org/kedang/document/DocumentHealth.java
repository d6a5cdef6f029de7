package org.kedang.document;

import org.jspecify.annotations.Nullable;

/**
 * What of the examination of documents works on this machine.
 *
 * @param workerJarFound whether workers can be started at all
 * @param workersAlive worker processes running now; they start when they are needed
 * @param workersAtMost worker processes allowed
 * @param ocr whether Tesseract and its data for simplified Chinese are installed and wanted
 * @param tesseractVersion first line of what Tesseract says of itself; null when it is not
 *     installed
 * @param virusScanner state of the scanner by a ping: {@link VirusVerdict.Off}, {@link
 *     VirusVerdict.Clean} when it answers, or {@link VirusVerdict.Down}
 */
public record DocumentHealth(
        boolean workerJarFound,
        int workersAlive,
        int workersAtMost,
        boolean ocr,
        @Nullable String tesseractVersion,
        VirusVerdict virusScanner) {}
