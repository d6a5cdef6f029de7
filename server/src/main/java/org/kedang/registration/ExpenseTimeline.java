package org.kedang.registration;

import org.jspecify.annotations.Nullable;
import org.kedang.customer.CustomerSummary;
import org.kedang.customer.TimelineEntry;
import org.kedang.customer.TimelineKind;
import org.kedang.customer.TimelineRows;
import org.kedang.customer.TimelineSource;
import org.kedang.form.Label;
import org.kedang.identity.Directory;
import org.kedang.kernel.Actor;
import org.springframework.stereotype.Component;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** Tells of money spent on a customer. */
@Component
class ExpenseTimeline implements TimelineSource {
    private final TimelineRows rows;
    private final Directory directory;

    ExpenseTimeline(TimelineRows rows, Directory directory) {
        this.rows = rows;
        this.directory = directory;
    }

    @Override
    public TimelineKind kind() {
        return new TimelineKind("expense", Label.of("费用", "Expenses"));
    }

    @Override
    public List<TimelineEntry> list(
            Actor reader,
            CustomerSummary customer,
            TimelineEntry.@Nullable Place before,
            int most) {
        return rows.list(
                """
                select id, booked_at at, kind, amount, request_id, spent_by from expense
                where customer_id = :customer
                """,
                customer.id(),
                before,
                most,
                (row, n) ->
                        new TimelineEntry(
                                row.getObject("id", UUID.class),
                                row.getObject("at", OffsetDateTime.class).toInstant(),
                                Label.of("登记费用", "Expense booked"),
                                "%s ¥ %s"
                                        .formatted(
                                                ExpenseKind.valueOf(row.getString("kind"))
                                                        .label()
                                                        .zh(),
                                                row.getBigDecimal("amount").toPlainString()),
                                directory.personName(row.getObject("spent_by", UUID.class)),
                                "/approvals/" + row.getString("request_id")));
    }
}
