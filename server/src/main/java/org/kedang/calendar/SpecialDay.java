package org.kedang.calendar;

import io.swagger.v3.oas.annotations.media.Schema;

import org.kedang.kernel.PlainText;

import java.time.LocalDate;

/**
 * A day that the calendar names.
 *
 * @param name why it is special: 国庆节, 春节调休
 */
@Schema(name = "SpecialDay")
public record SpecialDay(
        LocalDate day, Kind kind, @PlainText(max = 40, required = true) String name) {

    /** OFF: nobody works, whatever weekday it is; WORK: worked, even on a weekend. */
    @Schema(name = "SpecialDayKind")
    public enum Kind {
        OFF("休"),
        WORK("班");

        private final String mark;

        Kind(String mark) {
            this.mark = mark;
        }

        /** How printed calendars mark it. */
        public String mark() {
            return mark;
        }
    }
}
