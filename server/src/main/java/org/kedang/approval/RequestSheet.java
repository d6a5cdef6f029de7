package org.kedang.approval;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.kedang.approval.Overseeing.Overseen;
import org.kedang.kernel.ChinaTime;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Requests as an Excel sheet. Every cell is text, so that nothing in it is taken for a formula. */
final class RequestSheet {
    private static final List<String> HEADINGS =
            List.of("申请编号", "类型", "标题", "状态", "申请人", "部门", "提交时间", "结束时间", "等待谁", "超期");
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(ChinaTime.ZONE);

    private final Workbook book;
    private final Worksheet sheet;
    private int rows;

    RequestSheet(OutputStream out) {
        book = new Workbook(out, "Kedang", null);
        sheet = book.newWorksheet("申请");
        row(HEADINGS);
    }

    void add(Overseen one) {
        Instant closed = one.closedAt();
        row(
                List.of(
                        one.number(),
                        one.typeName().zh(),
                        one.title(),
                        words(one.state()),
                        one.requesterName(),
                        one.departmentName(),
                        MINUTE.format(one.submittedAt()),
                        closed == null ? "" : MINUTE.format(closed),
                        one.waitsFor(),
                        one.late() ? "是" : ""));
    }

    private static String words(RequestState state) {
        return switch (state) {
            case OPEN -> "审批中";
            case RETURNED -> "已退回";
            case APPROVED -> "已通过";
            case REJECTED -> "未通过";
            case WITHDRAWN -> "已撤回";
            case EXPIRED -> "已过期";
            case TERMINATED -> "已终止";
        };
    }

    private void row(List<String> cells) {
        for (int column = 0; column < cells.size(); column++) {
            sheet.inlineString(rows, column, cells.get(column));
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
