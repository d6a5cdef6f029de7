package org.kedang.audit;

import org.jspecify.annotations.Nullable;
import org.kedang.kernel.Actor;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** One deed on its way into the log. */
public final class Entry {
    final Actor actor;
    final Act act;
    final List<Change> changes = new ArrayList<>();
    boolean refused;
    @Nullable String subjectType;
    @Nullable UUID subjectId;
    @Nullable String subjectTitle;
    @Nullable UUID parentId;
    @Nullable UUID customerId;
    @Nullable String reason;
    @Nullable UUID requestId;

    private Entry(Actor actor, Act act) {
        this.actor = actor;
        this.act = act;
    }

    public static Entry of(Actor actor, Act act) {
        return new Entry(actor, act);
    }

    /** The thing that was acted on: its kind, id and how people call it. */
    public Entry subject(String type, UUID id, @Nullable String title) {
        subjectType = type;
        subjectId = id;
        subjectTitle = title;
        return this;
    }

    /** What the subject is part of, so that the deed shows there too. */
    public Entry within(UUID parent) {
        parentId = parent;
        return this;
    }

    public Entry customer(@Nullable UUID id) {
        customerId = id;
        return this;
    }

    public Entry reason(@Nullable String why) {
        reason = why;
        return this;
    }

    /** The request by which the deed was allowed. */
    public Entry request(UUID id) {
        requestId = id;
        return this;
    }

    /** Notes a field's change; nothing if both are equal. */
    public Entry change(String field, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            changes.add(new Change(field, text(before), text(after)));
        }
        return this;
    }

    /** Notes that a field changed, also if its masked forms are the same. */
    public Entry changed(String field, @Nullable Object before, @Nullable Object after) {
        changes.add(new Change(field, text(before), text(after)));
        return this;
    }

    /** The deed was tried and not allowed. */
    public Entry refused() {
        refused = true;
        return this;
    }

    public boolean hasChanges() {
        return !changes.isEmpty();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : BinaryCopy.storable(value.toString());
    }
}
