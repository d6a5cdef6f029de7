package org.kedang.alert;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;

/**
 * A rule as it stands. Of the numbers only those count that its kind uses.
 *
 * @param on whether it raises alerts; a rule that is off goes on learning
 * @param offReason why it is off; {@code null} while it is on
 * @param limit how many are still usual
 * @param windowMinutes within how many minutes they are counted
 * @param days days of silence, of learning, or behind an average
 * @param factor how many times one's own average is still usual
 * @param nightFrom when the night begins, in China's time
 * @param nightUntil when it ends
 * @param acts which deeds it looks at: names, {@code *.exported} for all that end so, {@code *} for
 *     all
 */
@Schema(name = "AlertRule")
public record Rule(
        RuleKind kind,
        boolean on,
        @Nullable String offReason,
        @Nullable Integer limit,
        @Nullable Integer windowMinutes,
        @Nullable Integer days,
        @Nullable Double factor,
        @Nullable LocalTime nightFrom,
        @Nullable LocalTime nightUntil,
        List<String> acts,
        long version,
        @Nullable Instant changedAt,
        @Nullable String changedByName) {

    boolean covers(String act) {
        for (String one : acts) {
            if (one.startsWith("*") ? act.endsWith(one.substring(1)) : act.equals(one)) {
                return true;
            }
        }
        return false;
    }

    int most() {
        return given(limit);
    }

    long windowMillis() {
        return given(windowMinutes) * 60_000L;
    }

    int span() {
        return given(days);
    }

    private int given(@Nullable Integer number) {
        if (number == null) {
            throw new IllegalStateException(kind + " lacks a number");
        }
        return number;
    }
}
