package org.kedang.alert;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Instant;
import java.util.Map;

class ExplanationTests {
    private static final Instant SINCE = Instant.parse("2026-11-21T17:12:00Z");
    private static final Instant UNTIL = Instant.parse("2026-11-21T17:40:00Z");
    private static final Map<String, Object> FACTS =
            Map.of(
                    "limit",
                    100,
                    "minutes",
                    60,
                    "when",
                    "NIGHT",
                    "holiday",
                    "",
                    "idleDays",
                    71,
                    "last",
                    "2026-09-01T01:00:00Z",
                    "average",
                    2.3,
                    "days",
                    30,
                    "network",
                    "203.0.113.0/24",
                    "device",
                    "Safari · iPhone");

    @Test
    void saysTheNumbersInBothLanguages() {
        Explanation said = Explanation.of(RuleKind.MASS_READING, SINCE, UNTIL, 236, FACTS);

        assertThat(said.zh())
                .isEqualTo("2026-11-22 01:12–01:40 之间阅读了 236 份不同的客户、案卷或文件，超过 60 分钟 100 份的上限。");
        assertThat(said.en())
                .isEqualTo(
                        "Read 236 different customers, dossiers or files in 2026-11-22"
                                + " 01:12–01:40, over the limit of 100 in 60 minutes.");
    }

    @Test
    void namesTheHoliday() {
        Explanation said =
                Explanation.of(
                        RuleKind.UNUSUAL_HOURS,
                        SINCE,
                        UNTIL.plusSeconds(86_400),
                        40,
                        Map.of("limit", 20, "when", "DAY_OFF", "holiday", "国庆节"));

        assertThat(said.zh())
                .isEqualTo("2026-11-22 01:12 – 2026-11-23 01:40 之间在“国庆节”假日操作 40 次，超过 20 次的上限。");
        assertThat(said.en()).contains("on a holiday").doesNotContain("国庆节");
    }

    @ParameterizedTest
    @EnumSource(RuleKind.class)
    void explainsEveryKind(RuleKind kind) {
        Explanation said = Explanation.of(kind, SINCE, UNTIL, 236, FACTS);

        assertThat(said.zh()).matches("[^{}%]*\\p{IsHan}[^{}%]*。").doesNotContain("null");
        assertThat(said.en()).matches("[A-Z][^\\p{IsHan}%]*\\.").doesNotContain("null");
    }
}
