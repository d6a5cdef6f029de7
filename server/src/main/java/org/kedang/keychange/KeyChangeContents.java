package org.kedang.keychange;

import org.kedang.customer.CustomerContents;
import org.kedang.customer.Versions;
import org.kedang.customer.Versions.Difference;
import org.kedang.form.Label;
import org.kedang.identity.Visibilities;
import org.kedang.kernel.Actor;
import org.kedang.kernel.ChinaTime;
import org.kedang.kernel.Permission;
import org.kedang.keychange.KeyChanges.Row;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Which changes of a customer were asked for. */
@Component
class KeyChangeContents implements CustomerContents {
    private static final int MOST = 10_000;

    private final KeyChanges changes;
    private final Versions versions;
    private final Visibilities visibilities;

    KeyChangeContents(KeyChanges changes, Versions versions, Visibilities visibilities) {
        this.changes = changes;
        this.versions = versions;
        this.visibilities = visibilities;
    }

    @Override
    public Label name() {
        return Label.of("资料变更申请", "Requested changes");
    }

    @Override
    public long count(UUID customer) {
        return changes.count(customer);
    }

    @Override
    public List<Map<String, Object>> copy(UUID customer) {
        return changes.list(customer, null, MOST).stream().map(this::copy).toList();
    }

    private Map<String, Object> copy(Row row) {
        Map<String, Object> copy = new LinkedHashMap<>();
        copy.put("变更单号", row.number());
        copy.put("申请日期", row.requestedAt().atZone(ChinaTime.ZONE).toLocalDate().toString());
        copy.put(
                "内容",
                versions
                        .list(
                                changes.values(row.id()),
                                visibilities.of(Actor.SYSTEM, Permission.CUSTOMER_READ).fields())
                        .stream()
                        .map(KeyChangeContents::words)
                        .collect(Collectors.joining("；")));
        copy.put("结果", KeyChangeTimeline.label(row.state()).zh());
        return copy;
    }

    private static String words(Difference one) {
        return "%s：%s → %s"
                .formatted(
                        FieldGroup.labelOf(one.field()).zh(),
                        Objects.requireNonNullElse(one.before(), "无"),
                        Objects.requireNonNullElse(one.after(), "无"));
    }

    @Override
    public Optional<Label> hindrance(UUID customer) {
        return changes.listWaiting(customer).isEmpty()
                ? Optional.empty()
                : Optional.of(Label.of("有资料变更等待核对", "A change of it waits for its check"));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void erase(UUID customer) {
        changes.erase(customer);
    }
}
