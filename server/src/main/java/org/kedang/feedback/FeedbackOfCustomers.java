package org.kedang.feedback;

import org.jspecify.annotations.Nullable;
import org.kedang.customer.CustomerContents;
import org.kedang.customer.CustomerSummary;
import org.kedang.customer.TimelineEntry;
import org.kedang.customer.TimelineKind;
import org.kedang.customer.TimelineSource;
import org.kedang.form.Label;
import org.kedang.kernel.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What feedback tells and keeps on a customer's page. */
@Component
class FeedbackOfCustomers implements TimelineSource, CustomerContents {
    private static final int MOST = 1000;

    private final FeedbackInbox inbox;

    FeedbackOfCustomers(FeedbackInbox inbox) {
        this.inbox = inbox;
    }

    @Override
    public TimelineKind kind() {
        return new TimelineKind("feedback", Label.of("客户反馈", "Feedback"));
    }

    @Override
    public List<TimelineEntry> list(
            Actor reader,
            CustomerSummary customer,
            TimelineEntry.@Nullable Place before,
            int most) {
        return inbox.listOf(reader, customer.id(), before, most).stream()
                .map(
                        one ->
                                new TimelineEntry(
                                        one.id(),
                                        one.recordedAt(),
                                        Label.of("客户反馈", "Feedback"),
                                        one.number() + " " + one.state().zh(),
                                        one.recordedByName(),
                                        "/feedback?open=" + one.id()))
                .toList();
    }

    @Override
    public Label name() {
        return Label.of("客户反馈", "Feedback");
    }

    @Override
    public long count(UUID customer) {
        return inbox.count(customer);
    }

    @Override
    public List<Map<String, Object>> copy(UUID customer) {
        return inbox.listOf(Actor.SYSTEM, customer, null, MOST).stream()
                .map(FeedbackOfCustomers::line)
                .toList();
    }

    private static Map<String, Object> line(Feedback one) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("编号", one.number());
        line.put("收到日期", one.receivedOn().toString());
        line.put("反馈人", one.giver() == null ? "" : one.giver());
        line.put("内容", one.text());
        line.put("答复", one.answer() == null ? "" : one.answer());
        return line;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void erase(UUID customer) {
        inbox.erase(customer);
    }
}
