package org.kedang.calendar;

import io.swagger.v3.oas.annotations.media.Schema;

import org.kedang.kernel.ChinaTime;
import org.kedang.kernel.Recent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** The calendar in force. A change on another node counts here after a few seconds. */
@Service
public class WorkingCalendar {
    private static final Duration FRESH = Duration.ofSeconds(5);

    /**
     * One year of the calendar.
     *
     * @param known whether its holidays are entered; otherwise only weekends are free
     * @param workingDays how many there are in the year
     * @param knownYears all years whose holidays are entered
     */
    @Schema(name = "CalendarYear")
    public record CalendarYear(
            int year,
            boolean known,
            long workingDays,
            LocalDate today,
            List<SpecialDay> days,
            List<Integer> knownYears) {}

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Recent<ZoneId, WorkingDays> days =
            new Recent<>(FRESH, 1, zone -> new WorkingDays(listAll()));

    WorkingCalendar(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public WorkingDays days() {
        return days.get(ChinaTime.ZONE);
    }

    /** The calendar has changed and is read anew. */
    void forget() {
        days.forgetAll();
    }

    public CalendarYear year(int year) {
        LocalDate first = LocalDate.of(year, 1, 1);
        List<SpecialDay> all = listAll();
        List<SpecialDay> own = all.stream().filter(s -> s.day().getYear() == year).toList();
        List<Integer> known = all.stream().map(s -> s.day().getYear()).distinct().toList();
        return new CalendarYear(
                year,
                !own.isEmpty(),
                new WorkingDays(own).between(first.minusDays(1), first.plusYears(1).minusDays(1)),
                LocalDate.now(clock.withZone(ChinaTime.ZONE)),
                own,
                known);
    }

    private List<SpecialDay> listAll() {
        return jdbc.sql("select day, kind, name from calendar_day order by day")
                .query(
                        (row, n) ->
                                new SpecialDay(
                                        row.getObject("day", LocalDate.class),
                                        SpecialDay.Kind.valueOf(row.getString("kind")),
                                        row.getString("name")))
                .list();
    }
}
