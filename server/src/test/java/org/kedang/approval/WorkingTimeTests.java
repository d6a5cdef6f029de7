package org.kedang.approval;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kedang.calendar.SpecialDay;
import org.kedang.calendar.SpecialDay.Kind;
import org.kedang.calendar.WorkingDays;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** The national-day holiday of 2026: free from 1 to 7 October, worked on Saturday the 10th. */
class WorkingTimeTests {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final WorkingTime time = new WorkingTime(new WorkingDays(holiday()));

    private static List<SpecialDay> holiday() {
        List<SpecialDay> days = new ArrayList<>();
        for (int day = 1; day <= 7; day++) {
            days.add(new SpecialDay(LocalDate.of(2026, 10, day), Kind.OFF, "国庆节"));
        }
        days.add(new SpecialDay(LocalDate.of(2026, 10, 10), Kind.WORK, "国庆节调休"));
        return days;
    }

    @Test
    void standsStillOverTheHoliday() {
        assertThat(after("2026-09-30T15:00", Term.hours(4))).isEqualTo("2026-10-08T11:00");
        assertThat(after("2026-09-30T15:00", Term.hours(2))).isEqualTo("2026-09-30T17:00");
        assertThat(after("2026-09-30T15:00", Term.days(1))).isEqualTo("2026-10-08T17:00");
        assertThat(after("2026-10-03T12:00", Term.hours(1))).isEqualTo("2026-10-08T10:00");
        assertThat(after("2026-09-30T20:00", Term.days(1))).isEqualTo("2026-10-08T17:00");
    }

    @Test
    void countsTheSaturdayThatIsWorked() {
        assertThat(after("2026-10-09T16:00", Term.hours(3))).isEqualTo("2026-10-10T11:00");
        assertThat(after("2026-10-08T09:00", Term.days(3))).isEqualTo("2026-10-10T17:00");
        assertThat(after("2026-10-10T10:00", Term.days(1))).isEqualTo("2026-10-12T17:00");
    }

    @Test
    void beginsWhenPeopleBegin() {
        assertThat(after("2026-10-13T06:30", Term.hours(8))).isEqualTo("2026-10-13T17:00");
        assertThat(after("2026-10-13T06:30", Term.days(1))).isEqualTo("2026-10-13T17:00");
        assertThat(after("2026-10-13T17:00", Term.hours(8))).isEqualTo("2026-10-14T17:00");
    }

    private String after(String from, Term term) {
        return LocalDateTime.ofInstant(
                        time.after(LocalDateTime.parse(from).atZone(SHANGHAI).toInstant(), term),
                        SHANGHAI)
                .toString();
    }
}
