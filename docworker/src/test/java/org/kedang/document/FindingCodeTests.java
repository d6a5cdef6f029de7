package org.kedang.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

class FindingCodeTests {

    private static final Pattern DETAIL = Pattern.compile("\\{([a-z]+)}");

    @ParameterizedTest
    @EnumSource(FindingCode.class)
    void speaksBothLanguagesWithTheSameDetails(FindingCode code) {
        assertThat(code.zh()).matches("(?s).*\\p{IsHan}.*");
        assertThat(code.en()).matches("[\\p{ASCII}]+");
        assertThat(details(code.en())).isEqualTo(details(code.zh()));
    }

    private static TreeSet<String> details(String text) {
        return DETAIL.matcher(text)
                .results()
                .map(r -> r.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void fillsInDetails() {
        Finding finding =
                new Finding(
                        FindingCode.EXTENSION_MISMATCH,
                        Map.of("extension", "pdf", "format", "ZIP"));

        assertThat(finding.zh()).isEqualTo("扩展名 .pdf 与内容（ZIP）不一致");
        assertThat(Finding.of(FindingCode.VIRUS_FOUND).en()).isEqualTo("Virus found: ?");
    }
}
