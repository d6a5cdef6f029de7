package org.kedang.calendar;

import static java.util.stream.Collectors.toMap;

import org.jspecify.annotations.Nullable;
import org.kedang.audit.Audit;
import org.kedang.audit.Entry;
import org.kedang.kernel.Actor;
import org.kedang.kernel.AfterCommit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;

/** Changes the calendar day by day, or a year at once. */
@Service
public class KeepingCalendar {
    private final WorkingCalendar calendar;
    private final CalendarSheet sheets;
    private final JdbcClient jdbc;
    private final Audit audit;

    KeepingCalendar(WorkingCalendar calendar, CalendarSheet sheets, JdbcClient jdbc, Audit audit) {
        this.calendar = calendar;
        this.sheets = sheets;
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** Names the day; a day that has a name gets this one. */
    @Transactional
    public void set(Actor by, SpecialDay day) {
        SpecialDay before = find(day.day()).orElse(null);
        if (day.equals(before)) {
            return;
        }
        keep(day);
        audit.record(
                about(by, CalendarAct.DAY_SET, day.day().toString(), day.name())
                        .change("kind", before == null ? null : before.kind(), day.kind())
                        .change("name", before == null ? null : before.name(), day.name()));
        forgetAfterwards();
    }

    /** The day is again what its weekday says; nothing happens if it is already. */
    @Transactional
    public void clear(Actor by, LocalDate day) {
        find(day).ifPresent(before -> drop(by, before));
    }

    private void drop(Actor by, SpecialDay before) {
        jdbc.sql("delete from calendar_day where day = :day").param("day", before.day()).update();
        audit.record(
                about(by, CalendarAct.DAY_CLEARED, before.day().toString(), before.name())
                        .change("kind", before.kind(), null)
                        .change("name", before.name(), null));
        forgetAfterwards();
    }

    /**
     * The year is exactly as the sheet has it, or nothing changes.
     *
     * @throws org.kedang.kernel.Problem {@code calendar-sheet-unreadable}, or {@code invalid-input}
     *     with the rows that are wrong
     */
    @Transactional
    public void importYear(Actor by, int year, byte[] sheet) {
        Map<LocalDate, SpecialDay> after =
                sheets.read(year, sheet).stream().collect(toMap(SpecialDay::day, day -> day));
        Map<LocalDate, SpecialDay> before =
                calendar.year(year).days().stream().collect(toMap(SpecialDay::day, day -> day));
        jdbc.sql("delete from calendar_day where day between :first and :last")
                .param("first", LocalDate.of(year, 1, 1))
                .param("last", LocalDate.of(year, 12, 31))
                .update();
        after.values().forEach(this::keep);
        Entry entry =
                about(by, CalendarAct.YEAR_IMPORTED, Integer.toString(year), after.size() + " 天");
        TreeSet<LocalDate> days = new TreeSet<>(before.keySet());
        days.addAll(after.keySet());
        days.forEach(
                day -> entry.change(day.toString(), said(before.get(day)), said(after.get(day))));
        audit.record(entry);
        forgetAfterwards();
    }

    /** The year as a sheet that can be changed and imported again. */
    @Transactional(readOnly = true)
    public byte[] export(int year) {
        return sheets.write(year, calendar.year(year).days());
    }

    private static @Nullable String said(@Nullable SpecialDay day) {
        return day == null ? null : day.kind().mark() + " " + day.name();
    }

    private Optional<SpecialDay> find(LocalDate day) {
        return calendar.year(day.getYear()).days().stream()
                .filter(one -> one.day().equals(day))
                .findAny();
    }

    private void keep(SpecialDay day) {
        jdbc.sql(
                        """
                        insert into calendar_day (day, kind, name) values (:day, :kind, :name)
                        on conflict (day) do update set kind = excluded.kind, name = excluded.name
                        """)
                .param("day", day.day())
                .param("kind", day.kind().name())
                .param("name", day.name())
                .update();
    }

    private static Entry about(Actor by, CalendarAct act, String what, String name) {
        UUID id = UUID.nameUUIDFromBytes(("calendar/" + what).getBytes(StandardCharsets.UTF_8));
        return Entry.of(by, act).subject("calendar", id, what + " " + name);
    }

    private void forgetAfterwards() {
        AfterCommit.run(() -> calendar.forget());
    }
}
