package org.kedang.document;

import org.kedang.kernel.Problem;
import org.springframework.stereotype.Component;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Lets scans of signed papers pass: PDF, PNG and JPEG in which no virus was found. */
@Component
public class CheckingScans {
    private static final List<byte[]> BEGINNINGS =
            List.of(
                    "%PDF-".getBytes(StandardCharsets.ISO_8859_1),
                    "\u0089PNG\r\n\u001a\n".getBytes(StandardCharsets.ISO_8859_1),
                    "\u00ff\u00d8\u00ff".getBytes(StandardCharsets.ISO_8859_1));

    private final VirusScanner scanner;

    CheckingScans(VirusScanner scanner) {
        this.scanner = scanner;
    }

    /**
     * @throws Problem {@code scan-refused}, {@code scan-unchecked} if the virus scanner is down
     */
    public void require(byte[] bytes) {
        if (BEGINNINGS.stream().noneMatch(beginning -> beginsWith(bytes, beginning))) {
            throw Problem.of(DocumentProblem.SCAN_REFUSED);
        }
        switch (scanner.scan(new ByteArrayInputStream(bytes))) {
            case VirusVerdict.Off ignored -> {}
            case VirusVerdict.Clean ignored -> {}
            case VirusVerdict.Infected ignored -> throw Problem.of(DocumentProblem.SCAN_REFUSED);
            case VirusVerdict.TooLarge ignored -> throw Problem.of(DocumentProblem.SCAN_REFUSED);
            case VirusVerdict.Down ignored -> throw Problem.of(DocumentProblem.SCAN_UNCHECKED);
        }
    }

    private static boolean beginsWith(byte[] bytes, byte[] beginning) {
        int length = beginning.length;
        return bytes.length > length && Arrays.equals(beginning, 0, length, bytes, 0, length);
    }
}
