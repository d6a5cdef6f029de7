package org.kedang.registration;

import org.jspecify.annotations.Nullable;
import org.kedang.customer.CustomerSummary;
import org.kedang.customer.TimelineEntry;
import org.kedang.customer.TimelineKind;
import org.kedang.customer.TimelineSource;
import org.kedang.form.Label;
import org.kedang.identity.Directory;
import org.kedang.kernel.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** Tells of money spent on a customer. */
@Component
class ExpenseTimeline implements TimelineSource {
    private final JdbcClient jdbc;
    private final Directory directory;

    ExpenseTimeline(JdbcClient jdbc, Directory directory) {
        this.jdbc = jdbc;
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
        String older = before == null ? "" : " and (booked_at, id) < (:at, :id)";
        return jdbc.sql(
                        "select id, booked_at, kind, amount, request_id, spent_by from expense"
                                + " where customer_id = :customer"
                                + older
                                + " order by booked_at desc, id desc limit :most")
                .param("customer", customer.id())
                .param("at", before == null ? null : before.at().atOffset(ZoneOffset.UTC))
                .param("id", before == null ? null : before.id())
                .param("most", most)
                .query(
                        (row, n) ->
                                new TimelineEntry(
                                        row.getObject("id", UUID.class),
                                        row.getObject("booked_at", OffsetDateTime.class)
                                                .toInstant(),
                                        Label.of("登记费用", "Expense booked"),
                                        "%s ¥ %s"
                                                .formatted(
                                                        ExpenseKind.valueOf(row.getString("kind"))
                                                                .label()
                                                                .zh(),
                                                        row.getBigDecimal("amount")
                                                                .toPlainString()),
                                        directory.personName(row.getObject("spent_by", UUID.class)),
                                        "/approvals/" + row.getString("request_id")))
                .list();
    }
}
