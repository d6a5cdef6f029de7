package org.kedang.keychange;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;
import org.kedang.audit.Audit;
import org.kedang.audit.Entry;
import org.kedang.form.Label;
import org.kedang.kernel.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Which key fields are checked before a change of them takes effect. */
@Service
public class KeyChecks {
    private static final UUID SUBJECT = new UUID(0, 0x6b6579636865636bL);

    /**
     * One group as it is set.
     *
     * @param fields names of its fields
     */
    @Schema(name = "KeyCheck")
    public record KeyCheck(FieldGroup group, Label label, Set<String> fields, boolean checked) {}

    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;

    KeyChecks(JdbcClient jdbc, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    public List<KeyCheck> list() {
        Set<FieldGroup> checked = checked();
        return Arrays.stream(FieldGroup.values())
                .map(one -> new KeyCheck(one, one.label(), one.fields(), checked.contains(one)))
                .toList();
    }

    /** The fields whose changes wait. */
    Set<String> fields() {
        return checked().stream()
                .flatMap(group -> group.fields().stream())
                .collect(Collectors.toSet());
    }

    private Set<FieldGroup> checked() {
        Set<FieldGroup> checked = EnumSet.noneOf(FieldGroup.class);
        checked.addAll(
                jdbc.sql("select field_group from key_check").query(FieldGroup.class).list());
        return checked;
    }

    /** Checks exactly these from now on; what waits already goes on waiting. */
    @Transactional
    public List<KeyCheck> set(Actor by, Set<FieldGroup> wanted, @Nullable String reason) {
        jdbc.sql("lock table key_check in exclusive mode").update();
        Set<FieldGroup> before = checked();
        Entry entry =
                Entry.of(by, KeyChangeAct.CHECKS_SET)
                        .subject("keyChecks", SUBJECT, "变更核对项")
                        .reason(reason)
                        .change("checked", words(before), words(wanted));
        if (entry.hasChanges()) {
            jdbc.sql("delete from key_check").update();
            wanted.forEach(group -> add(by, group));
            audit.record(entry);
        }
        return list();
    }

    private static String words(Set<FieldGroup> groups) {
        return groups.stream()
                .sorted()
                .map(group -> group.label().zh())
                .collect(Collectors.joining("、"));
    }

    private void add(Actor by, FieldGroup group) {
        jdbc.sql(
                        "insert into key_check (field_group, changed_at, changed_by) values"
                                + " (:group, :now, :by)")
                .param("group", group.name())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", by.id())
                .update();
    }
}
