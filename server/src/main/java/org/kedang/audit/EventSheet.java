package org.kedang.audit;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.kedang.audit.AuditTrail.AuditEvent;
import org.kedang.kernel.ChinaTime;

import java.io.IOException;
import java.io.OutputStream;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A list of events for reading, as an Excel sheet. Every cell is text, so that nothing in it can be
 * taken for a formula.
 */
final class EventSheet {
    private static final List<String> HEADINGS =
            List.of(
                    "时间", "操作人", "用户名", "部门岗位", "当时的角色", "操作", "日志类别", "结果", "对象类型", "对象", "变更",
                    "原因", "地址", "设备", "编号");
    private static final int LONGEST_CELL = 32_000;
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ChinaTime.ZONE);

    private final Workbook book;
    private final Worksheet sheet;
    private int rows;

    EventSheet(OutputStream out) {
        book = new Workbook(out, "Kedang", null);
        sheet = book.newWorksheet("审计日志");
        row(HEADINGS);
    }

    void add(AuditEvent event) {
        row(
                List.of(
                        SECOND.format(event.at()),
                        event.actorName(),
                        event.actorUserName(),
                        text(event.post()),
                        String.join("、", event.roles()),
                        event.zh(),
                        event.actClass().name(),
                        event.result() == AuditTrail.Result.DONE ? "完成" : "被拒",
                        text(event.subjectType()),
                        text(event.subjectTitle()),
                        event.changes().stream()
                                .map(EventSheet::words)
                                .collect(Collectors.joining("；")),
                        text(event.reason()),
                        text(event.address()),
                        text(event.device()),
                        event.id().toString()));
    }

    private static String words(Change change) {
        return change.before() == null && change.after() == null
                ? change.field()
                : change.field() + ": " + text(change.before()) + " → " + text(change.after());
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private void row(List<String> cells) {
        for (int column = 0; column < cells.size(); column++) {
            String cell = cells.get(column);
            sheet.inlineString(
                    rows, column, cell.substring(0, Math.min(LONGEST_CELL, cell.length())));
        }
        rows++;
    }

    /** Sends what there is, so that no long list gathers in memory. */
    void flush() throws IOException {
        sheet.flush();
    }

    void finish() throws IOException {
        book.finish();
    }
}
