package org.kedang.audit;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Which events a batch takes: those visible in {@code target} and not in {@code base}, in the order
 * of time and id after what has been {@code reached}, and without a leaf.
 *
 * <p>Snapshots tell commits apart exactly, whatever order they happened in; neither times nor
 * numbers can, because both are drawn before the commit.
 *
 * @param base every event visible in it has a leaf; {@code null} if nothing is known, because there
 *     is no checkpoint or it counts another cluster's transactions
 * @param reached how far a backlog has been worked off; {@code null} if it all fits one batch
 */
record Delta(@Nullable String base, String target, @Nullable Reached reached) {
    /** The last event taken; before the first: the beginning of time. */
    record Reached(Instant at, UUID id) {
        static final Reached NOTHING = new Reached(Instant.EPOCH, new UUID(0, 0));
    }

    /** Without any checkpoint every event is looked at, in batches. */
    static Delta of(@Nullable String base, String target) {
        return new Delta(base, target, base == null ? Reached.NOTHING : null);
    }

    Delta from(Reached somewhere) {
        return new Delta(base, target, somewhere);
    }

    /** The condition on {@code audit_event e}. */
    String where() {
        String unsealed = "not exists (select 1 from audit_leaf l where l.event_id = e.id)";
        String since =
                base == null
                        ? ""
                        : """
                         and e.tx >= pg_snapshot_xmin(:base::pg_snapshot)
                         and e.tx < pg_snapshot_xmax(:target::pg_snapshot)
                         and pg_visible_in_snapshot(e.tx, :target::pg_snapshot)
                         and not pg_visible_in_snapshot(e.tx, :base::pg_snapshot)
                        """;
        String after = reached == null ? "" : " and e.at >= :at and (e.at, e.id) > (:at, :id)";
        return unsealed + since + after;
    }

    Map<String, Object> params() {
        Map<String, Object> params = new HashMap<>();
        if (base != null) {
            params.put("base", base);
            params.put("target", target);
        }
        if (reached != null) {
            params.put("at", reached.at().atOffset(ZoneOffset.UTC));
            params.put("id", reached.id());
        }
        return params;
    }
}
