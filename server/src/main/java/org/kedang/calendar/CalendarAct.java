package org.kedang.calendar;

import org.kedang.audit.Act;
import org.kedang.audit.ActClass;

/** Deeds that change the calendar. */
public enum CalendarAct implements Act {
    DAY_SET("calendar.day-set", "调整工作日历", "Calendar day set"),
    DAY_CLEARED("calendar.day-cleared", "取消日历调整", "Calendar day cleared"),
    YEAR_IMPORTED("calendar.year-imported", "导入年度日历", "Calendar year imported");

    private final Words words;

    CalendarAct(String slug, String zh, String en) {
        this.words = new Words(slug, zh, en, ActClass.SYSTEM);
    }

    @Override
    public Words words() {
        return words;
    }
}
