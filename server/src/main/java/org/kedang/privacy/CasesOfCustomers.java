package org.kedang.privacy;

import org.jspecify.annotations.Nullable;
import org.kedang.customer.CustomerContents;
import org.kedang.customer.CustomerSummary;
import org.kedang.customer.Hint;
import org.kedang.customer.HintSource;
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
import java.util.Optional;
import java.util.UUID;

/** What rights cases tell, warn of and keep on a customer's page. */
@Component
class CasesOfCustomers implements TimelineSource, HintSource, CustomerContents {
    private static final int MOST = 1000;

    private final RightsCases cases;

    CasesOfCustomers(RightsCases cases) {
        this.cases = cases;
    }

    @Override
    public TimelineKind kind() {
        return new TimelineKind("rights-case", Label.of("权利请求", "Rights cases"));
    }

    @Override
    public List<TimelineEntry> list(
            Actor reader,
            CustomerSummary customer,
            TimelineEntry.@Nullable Place before,
            int most) {
        return cases.listOf(reader, customer.id(), before, most).stream()
                .map(
                        one ->
                                new TimelineEntry(
                                        one.id(),
                                        one.recordedAt(),
                                        Label.of(
                                                "权利请求：" + one.kind().label().zh(),
                                                "Rights case: " + one.kind().label().en()),
                                        one.number() + " " + one.state().label().zh(),
                                        one.recordedByName(),
                                        "/rights-cases?open=" + one.id()))
                .toList();
    }

    @Override
    public List<Hint> list(Actor reader, CustomerSummary customer) {
        return cases.listOf(reader, customer.id(), null, MOST).stream()
                .filter(one -> one.state().isOpen())
                .map(
                        one ->
                                new Hint(
                                        Hint.Kind.WARNING,
                                        Label.of(
                                                "权利请求未办结：%s，%s 前答复"
                                                        .formatted(
                                                                one.kind().label().zh(),
                                                                one.dueOn()),
                                                "Open rights case: %s, answer by %s"
                                                        .formatted(
                                                                one.kind().label().en(),
                                                                one.dueOn())),
                                        "consents"))
                .toList();
    }

    @Override
    public Label name() {
        return Label.of("权利请求", "Rights cases");
    }

    @Override
    public long count(UUID customer) {
        return cases.count(customer);
    }

    @Override
    public List<Map<String, Object>> copy(UUID customer) {
        return cases.listOf(Actor.SYSTEM, customer, null, MOST).stream()
                .map(CasesOfCustomers::line)
                .toList();
    }

    private static Map<String, Object> line(RightsCase one) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("编号", one.number());
        line.put("请求", one.kind().label().zh());
        line.put("请求人", one.requester());
        line.put("联系方式", one.contact() == null ? "" : one.contact());
        line.put("收到日期", one.receivedOn().toString());
        line.put("内容", one.wish());
        line.put("状态", one.state().label().zh());
        line.put("答复", one.answer() == null ? "" : one.answer());
        return line;
    }

    /** A customer cannot vanish while it waits for another answer than its deletion. */
    @Override
    public Optional<Label> hindrance(UUID customer) {
        List<String> open =
                cases.listOf(Actor.SYSTEM, customer, null, MOST).stream()
                        .filter(one -> one.state().isOpen() && one.kind() != CaseKind.DELETION)
                        .map(RightsCase::number)
                        .toList();
        return open.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Label.of(
                                "有未办结的权利请求 %d 件，如 %s".formatted(open.size(), open.getFirst()),
                                "%d rights cases are open, such as %s"
                                        .formatted(open.size(), open.getFirst())));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void erase(UUID customer) {
        cases.erase(customer);
    }
}
