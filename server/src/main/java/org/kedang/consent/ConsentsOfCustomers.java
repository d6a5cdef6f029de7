package org.kedang.consent;

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
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What consents tell, warn of and keep on a customer's page. */
@Component
class ConsentsOfCustomers implements TimelineSource, HintSource, CustomerContents {
    private static final String TAB = "consents";

    private final Consents consents;
    private final ConsentEvents events;
    private final KeepingScans scans;

    ConsentsOfCustomers(Consents consents, ConsentEvents events, KeepingScans scans) {
        this.consents = consents;
        this.events = events;
        this.scans = scans;
    }

    @Override
    public TimelineKind kind() {
        return new TimelineKind("consent", Label.of("同意", "Consents"));
    }

    @Override
    public List<TimelineEntry> list(
            Actor reader,
            CustomerSummary customer,
            TimelineEntry.@Nullable Place before,
            int most) {
        return events.listRecorded(customer.id(), before, most).stream()
                .map(ConsentsOfCustomers::entry)
                .toList();
    }

    private static TimelineEntry entry(ConsentEvent event) {
        String who = event.subject().isEmpty() ? "" : " · " + event.subject();
        return new TimelineEntry(
                event.id(),
                event.recordedAt(),
                event.kind().label(),
                event.purpose().zh() + who,
                event.recordedByName(),
                null);
    }

    /** One line for each way in which something is not covered, however many purposes it holds. */
    @Override
    public List<Hint> list(Actor reader, CustomerSummary customer) {
        List<Consents.Standing> open =
                consents.listStanding(customer.id()).stream()
                        .filter(one -> !one.purpose().retired() && !one.state().covers())
                        .filter(one -> one.purpose().warns() || one.last() != null)
                        .toList();
        return Stream.of(ConsentState.WITHDRAWN, ConsentState.EXPIRED, ConsentState.MISSING)
                .flatMap(state -> hint(open, state))
                .toList();
    }

    private static Stream<Hint> hint(List<Consents.Standing> open, ConsentState state) {
        List<Consents.Standing> those = open.stream().filter(one -> one.state() == state).toList();
        if (those.isEmpty()) {
            return Stream.empty();
        }
        return Stream.of(
                new Hint(
                        Hint.Kind.WARNING,
                        Label.of(
                                "同意%s：%s"
                                        .formatted(
                                                state.label().zh(), named(those, Label::zh, "、")),
                                "Consent %s: %s"
                                        .formatted(
                                                state.label()
                                                        .en()
                                                        .toLowerCase(java.util.Locale.ROOT),
                                                named(those, Label::en, ", "))),
                        TAB));
    }

    private static String named(
            List<Consents.Standing> those, Function<Label, String> language, String comma) {
        return those.stream()
                .map(
                        one ->
                                language.apply(one.purpose().name())
                                        + (one.subject().isEmpty() ? "" : " · " + one.subject()))
                .collect(Collectors.joining(comma));
    }

    @Override
    public Label name() {
        return Label.of("同意记录", "Consents");
    }

    @Override
    public long count(UUID customer) {
        return events.count(customer);
    }

    @Override
    public List<Map<String, Object>> copy(UUID customer) {
        return events.list(customer).stream().map(ConsentsOfCustomers::line).toList();
    }

    private static Map<String, Object> line(ConsentEvent event) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("目的", event.purpose().zh());
        line.put("本人或联系人", event.subject());
        line.put("内容", event.kind().label().zh());
        line.put("日期", event.saidOn().toString());
        line.put("方式", event.channel().zh());
        line.put("凭证或原因", event.note());
        line.put("有效期至", event.validUntil() == null ? "" : event.validUntil().toString());
        line.put("扫描件", event.scanName() == null ? "" : event.scanName());
        return line;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void erase(UUID customer) {
        List<ConsentEvents.Scan> kept = events.scansOf(customer);
        events.erase(customer);
        kept.forEach(scans::remove);
    }
}
