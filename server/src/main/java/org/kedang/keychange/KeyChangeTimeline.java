package org.kedang.keychange;

import org.jspecify.annotations.Nullable;
import org.kedang.customer.CustomerSummary;
import org.kedang.customer.HeldValue;
import org.kedang.customer.TimelineEntry;
import org.kedang.customer.TimelineKind;
import org.kedang.customer.TimelineSource;
import org.kedang.form.Label;
import org.kedang.identity.Directory;
import org.kedang.kernel.Actor;
import org.kedang.keychange.KeyChanges.Row;
import org.kedang.keychange.KeyChanges.State;
import org.springframework.stereotype.Component;

import java.util.List;

/** Tells which changes of key facts were asked for, and what became of them. */
@Component
class KeyChangeTimeline implements TimelineSource {
    private final KeyChanges changes;
    private final Directory directory;

    KeyChangeTimeline(KeyChanges changes, Directory directory) {
        this.changes = changes;
        this.directory = directory;
    }

    @Override
    public TimelineKind kind() {
        return new TimelineKind("key-change", Label.of("变更申请", "Requested change"));
    }

    @Override
    public List<TimelineEntry> list(
            Actor reader,
            CustomerSummary customer,
            TimelineEntry.@Nullable Place before,
            int most) {
        return changes.list(customer.id(), before, most).stream().map(this::entry).toList();
    }

    private TimelineEntry entry(Row row) {
        List<String> fields = changes.values(row.id()).stream().map(HeldValue::field).toList();
        return new TimelineEntry(
                row.id(),
                row.requestedAt(),
                label(row.state()),
                "%s（%s）".formatted(FieldGroup.zh(fields), row.requestNumber()),
                directory.personName(row.requestedBy()),
                null);
    }

    static Label label(State state) {
        return switch (state) {
            case WAITING -> Label.of("变更待核对", "Change waits for its check");
            case DONE -> Label.of("变更已核对生效", "Change checked, in effect");
            case CLOSED -> Label.of("变更未生效", "Change dropped");
        };
    }
}
