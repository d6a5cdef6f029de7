package org.kedang.notice;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kedang.kernel.ChinaTime;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;

class HabitsTests {
    @ParameterizedTest(name = "{0}: quiet {1} to {2}, mail of the day {3}, urgent {4} → {5}")
    @CsvSource({
        "2026-11-23T10:00, , , , false, 2026-11-23T10:00",
        "2026-11-23T23:30, 22:00, 07:00, , false, 2026-11-24T07:00",
        "2026-11-24T06:59, 22:00, 07:00, , false, 2026-11-24T07:00",
        "2026-11-24T07:00, 22:00, 07:00, , false, 2026-11-24T07:00",
        "2026-11-24T21:59, 22:00, 07:00, , false, 2026-11-24T21:59",
        "2026-11-24T12:30, 12:00, 13:00, , false, 2026-11-24T13:00",
        "2026-11-24T23:30, 22:00, 07:00, , true, 2026-11-25T07:00",
        "2026-11-24T10:00, , , 17:30, false, 2026-11-24T17:30",
        "2026-11-24T17:30, , , 17:30, false, 2026-11-25T17:30",
        "2026-11-24T10:00, , , 17:30, true, 2026-11-24T10:00",
        "2026-11-24T10:00, 17:00, 18:00, 17:30, false, 2026-11-24T18:00"
    })
    void knowsWhenMailMayGoOut(
            LocalDateTime now,
            @Nullable LocalTime from,
            @Nullable LocalTime until,
            @Nullable LocalTime digest,
            boolean urgent,
            LocalDateTime due) {
        Habits habits = new Habits(1, "a@b.cn", from, until, digest);

        Instant found = habits.due(now.atZone(ChinaTime.ZONE).toInstant(), urgent);

        assertThat(found.atZone(ChinaTime.ZONE).toLocalDateTime()).isEqualTo(due);
    }
}
