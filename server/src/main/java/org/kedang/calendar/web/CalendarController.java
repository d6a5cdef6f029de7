package org.kedang.calendar.web;

import jakarta.validation.Valid;

import org.kedang.calendar.KeepingCalendar;
import org.kedang.calendar.SpecialDay;
import org.kedang.calendar.WorkingCalendar;
import org.kedang.calendar.WorkingCalendar.CalendarYear;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Permission;
import org.kedang.kernel.PlainText;
import org.kedang.kernel.Problem;
import org.kedang.kernel.Requires;
import org.kedang.kernel.SignedIn;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/** The working calendar. A sheet is a request's body, which is never over 1 MB. */
@RestController
class CalendarController {
    private static final String SHEET =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    record DayRequest(SpecialDay.Kind kind, @PlainText(max = 40, required = true) String name) {}

    private final WorkingCalendar calendar;
    private final KeepingCalendar keeping;

    CalendarController(WorkingCalendar calendar, KeepingCalendar keeping) {
        this.calendar = calendar;
        this.keeping = keeping;
    }

    @SignedIn
    @GetMapping("/api/calendar/{year}")
    CalendarYear readYear(@PathVariable int year) {
        return calendar.year(checked(year));
    }

    /** The year as a sheet: to be filled in, changed, and imported again. */
    @SignedIn
    @GetMapping(path = "/api/calendar/{year}/sheet", produces = SHEET)
    ResponseEntity<byte[]> readSheet(@PathVariable int year) {
        String name = "工作日历" + checked(year) + ".xlsx";
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(keeping.export(year));
    }

    /** Replaces the year's special days by the sheet's, Excel or CSV. */
    @Requires(Permission.CALENDAR_MANAGE)
    @PostMapping(
            path = "/api/calendar/{year}/import",
            consumes = {SHEET, "text/csv"})
    CalendarYear importYear(@PathVariable int year, @RequestBody byte[] sheet, Actor actor) {
        keeping.importYear(actor, checked(year), sheet);
        return calendar.year(year);
    }

    @Requires(Permission.CALENDAR_MANAGE)
    @PutMapping("/api/calendar/days/{day}")
    CalendarYear setDay(
            @PathVariable LocalDate day, @Valid @RequestBody DayRequest request, Actor actor) {
        checked(day.getYear());
        keeping.set(actor, new SpecialDay(day, request.kind(), request.name().strip()));
        return calendar.year(day.getYear());
    }

    /** The day is again what its weekday says. */
    @Requires(Permission.CALENDAR_MANAGE)
    @DeleteMapping("/api/calendar/days/{day}")
    CalendarYear clearDay(@PathVariable LocalDate day, Actor actor) {
        keeping.clear(actor, day);
        return calendar.year(checked(day.getYear()));
    }

    private static int checked(int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw Problem.invalid(
                    "year",
                    "out-of-range",
                    "年份须在 2000 至 2100 之间。",
                    "The year must be from 2000 to 2100.");
        }
        return year;
    }
}
