package org.kedang.calendar;

import org.kedang.kernel.ProblemType;

/** Refusals around the calendar. */
public enum CalendarProblem implements ProblemType {
    SHEET_UNREADABLE(
            "calendar-sheet-unreadable",
            400,
            "读不出日历：请用 Excel（.xlsx）或 CSV，首行为“日期、类型、名称”，每行一天，至多 366 行。未导入任何内容。",
            "The calendar could not be read: use Excel (.xlsx) or CSV with the headings date, kind,"
                    + " name, one day per row, at most 366 rows. Nothing was imported.");

    private final Words words;

    CalendarProblem(String slug, int status, String zh, String en) {
        this.words = new Words(slug, status, zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
