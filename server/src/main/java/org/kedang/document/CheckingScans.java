package org.kedang.document;

import org.kedang.kernel.Problem;
import org.kedang.kernel.ProblemType;
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
        require(bytes, DocumentProblem.SCAN_REFUSED, DocumentProblem.SCAN_UNCHECKED);
    }

    /**
     * The same in the caller's words.
     *
     * @param unchecked if the virus scanner is down
     */
    public void require(byte[] bytes, ProblemType refused, ProblemType unchecked) {
        if (BEGINNINGS.stream().noneMatch(beginning -> beginsWith(bytes, beginning))) {
            throw Problem.of(refused);
        }
        switch (scanner.scan(new ByteArrayInputStream(bytes))) {
            case VirusVerdict.Off ignored -> {}
            case VirusVerdict.Clean ignored -> {}
            case VirusVerdict.Infected ignored -> throw Problem.of(refused);
            case VirusVerdict.TooLarge ignored -> throw Problem.of(refused);
            case VirusVerdict.Down ignored -> throw Problem.of(unchecked);
        }
    }

    private static boolean beginsWith(byte[] bytes, byte[] beginning) {
        int length = beginning.length;
        return bytes.length > length && Arrays.equals(beginning, 0, length, bytes, 0, length);
    }
}
