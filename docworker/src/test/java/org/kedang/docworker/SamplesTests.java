package org.kedang.docworker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.kedang.document.Examination;
import org.kedang.document.FindingCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Real papers of a folder beside the repository; a clone alone does not have it. */
class SamplesTests {

    private static final Map<String, FindingCode> MEANINGS =
            Map.ofEntries(
                    Map.entry("readable", FindingCode.READABLE),
                    Map.entry("electronic invoice", FindingCode.ELECTRONIC_INVOICE),
                    Map.entry("with an attachment", FindingCode.ATTACHMENT_FOUND),
                    Map.entry("damage", FindingCode.DAMAGED),
                    Map.entry("protected", FindingCode.PROTECTED),
                    Map.entry("GBK", FindingCode.ENTRY_NAMES_GBK),
                    Map.entry("contains itself", FindingCode.ARCHIVE_LIMIT_REACHED),
                    Map.entry("text by OCR", FindingCode.TEXT_BY_OCR),
                    Map.entry("GB 18030", FindingCode.TEXT_ENCODING),
                    Map.entry("disagree", FindingCode.EXTENSION_MISMATCH),
                    Map.entry("empty", FindingCode.EMPTY));

    @TempDir Path folder;

    private static @Nullable Path samples() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path samples = at.resolve("shared/samples");
            if (Files.isRegularFile(samples.resolve("expected.csv"))) {
                return samples;
            }
        }
        return null;
    }

    @Test
    void hasSamples() {
        assumeTrue(samples() != null, "no folder ../shared/samples: real papers are not tried");
    }

    @TestFactory
    Stream<DynamicTest> findsOutWhatIsExpected() throws IOException {
        Path samples = samples();
        if (samples == null) {
            return Stream.of();
        }
        Examining examining = new Examining(folder);
        List<String> lines = Files.readAllLines(samples.resolve("expected.csv"));
        assertThat(lines).hasSizeGreaterThan(10);
        return lines.stream()
                .skip(1)
                .map(line -> line.split(";", -1))
                .map(
                        cells ->
                                DynamicTest.dynamicTest(
                                        cells[0],
                                        () -> {
                                            byte[] content =
                                                    Files.readAllBytes(samples.resolve(cells[0]));
                                            check(
                                                    examining.of(cells[0], content),
                                                    cells[1],
                                                    cells[2]);
                                        }));
    }

    private static void check(Examination examination, String finding, String words) {
        List<FindingCode> expected =
                MEANINGS.entrySet().stream()
                        .filter(meaning -> finding.contains(meaning.getKey()))
                        .map(Map.Entry::getValue)
                        .filter(
                                code ->
                                        code != FindingCode.DAMAGED
                                                || !finding.contains("readable is"))
                        .toList();
        List<FindingCode> damage =
                finding.contains("damage") ? List.of(FindingCode.DAMAGED) : List.of();
        boolean ocr = Examining.hasOcr();
        assertThat(expected.isEmpty() && damage.isEmpty()).as("test knows '%s'", finding).isFalse();
        for (FindingCode code : Stream.concat(expected.stream(), damage.stream()).toList()) {
            FindingCode wanted =
                    code == FindingCode.TEXT_BY_OCR && !ocr ? FindingCode.OCR_UNAVAILABLE : code;
            assertThat(examination.has(wanted))
                    .as("%s in %s", wanted, examination.findings())
                    .isTrue();
        }
        if (ocr || !finding.contains("OCR")) {
            assertThat(examination.text())
                    .contains(words.isEmpty() ? new String[] {""} : words.split("\\|"));
        }
    }
}
