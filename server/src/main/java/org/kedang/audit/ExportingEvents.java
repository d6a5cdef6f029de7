package org.kedang.audit;

import org.jspecify.annotations.Nullable;
import org.kedang.audit.AuditTrail.AuditEvent;
import org.kedang.audit.AuditTrail.Question;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Ids;
import org.kedang.kernel.Problem;
import org.kedang.kernel.SqlPredicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Carries events out of the house. That it was asked is in the log before the first byte leaves.
 * Nothing of what customers' papers say is carried out; the proof holds without it.
 */
@Service
public class ExportingEvents {
    static final int MOST_SELECTED = 100_000;
    static final int MOST_ROWS = 50_000;
    private static final int AT_ONCE = 2000;

    /** A file that is made while it is written. */
    public record Export(String fileName, Writing writing) {
        /** Writes all of it. */
        @FunctionalInterface
        public interface Writing {
            void to(OutputStream out) throws IOException;
        }
    }

    private final LogPages pages;
    private final AuditTrail trail;
    private final WatchedTrail watched;
    private final NoteKeys keys;
    private final Sealing sealing;
    private final Audit audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    ExportingEvents(
            LogPages pages,
            AuditTrail trail,
            WatchedTrail watched,
            NoteKeys keys,
            Sealing sealing,
            Audit audit,
            JdbcClient jdbc,
            Clock clock) {
        this.pages = pages;
        this.trail = trail;
        this.watched = watched;
        this.keys = keys;
        this.sealing = sealing;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * All events of a span of time, and those sealed together with them, with proof.
     *
     * @param from {@code null} from the first event on
     * @param until {@code null} to the last one
     * @throws Problem {@code audit-tree-incomplete}, {@code span-backwards}
     */
    public Export range(
            Actor actor, @Nullable Instant from, @Nullable Instant until, String reason) {
        if (from != null && until != null && !from.isBefore(until)) {
            throw Problem.of(ExportProblem.SPAN_BACKWARDS);
        }
        sealing.publishNow();
        Instant made = now();
        long tree = pages.size();
        long start = from == null ? 0 : pages.start(from);
        long end = until == null ? tree : Math.min(tree, pages.end(until));
        RangeExport.Span span =
                new RangeExport.Span(
                        start,
                        Math.max(start, end),
                        tree,
                        left(start, tree),
                        since(from),
                        made,
                        actor.userName());
        String name = "audit-%d-%d.zip".formatted(span.start(), span.end());
        record(actor, name, span.end() - span.start(), question(from, until), reason);
        RangeExport export = new RangeExport(pages, keys, shown(actor));
        return new Export(name, out -> export.write(span, out));
    }

    private List<byte[]> left(long start, long tree) {
        try {
            return pages.tree(tree).cover(start);
        } catch (TreeDamaged e) {
            throw Problem.of(ExportProblem.TREE_INCOMPLETE);
        }
    }

    private static SqlPredicate since(@Nullable Instant from) {
        return from == null
                ? SqlPredicate.TRUE
                : SqlPredicate.of("e.at >= :since", "since", from.atOffset(ZoneOffset.UTC));
    }

    private static Question question(@Nullable Instant from, @Nullable Instant until) {
        return new Question(null, null, null, null, null, null, null, null, from, until);
    }

    /**
     * Certain events, each with its proof.
     *
     * @throws Problem {@code too-many-events}
     */
    public Export selection(Actor actor, Question question, String reason) {
        Newest newest = newest();
        long tree = newest.size();
        SqlPredicate where = trail.where(question);
        List<Long> indexes = pages.indexes(where, tree, MOST_SELECTED + 1);
        refuseMoreThan(MOST_SELECTED, indexes.size());
        String name = "audit-selection-%d.zip".formatted(tree);
        record(actor, name, indexes.size(), question, reason);
        var selection =
                new SelectionExport.Selection(indexes, tree, where, newest.at(), actor.userName());
        SelectionExport export = new SelectionExport(pages, keys, shown(actor));
        return new Export(name, out -> export.write(selection, out));
    }

    /**
     * Certain events as an Excel sheet for reading, newest first, without proof.
     *
     * @throws Problem {@code too-many-events}
     */
    public Export sheet(Actor actor, Question question, String reason) {
        audit.settle();
        SqlPredicate where = trail.where(question).and(before(now(), null));
        int count = count(where);
        refuseMoreThan(MOST_ROWS, count);
        String name =
                "audit-%s.xlsx".formatted(now().truncatedTo(ChronoUnit.SECONDS)).replace(":", "");
        record(actor, name, count, question, reason);
        Set<String> contents = watched.contents(actor);
        return new Export(name, out -> write(where, contents, out));
    }

    private void write(SqlPredicate where, Set<String> contents, OutputStream out)
            throws IOException {
        EventSheet sheet = new EventSheet(out);
        SqlPredicate rest = where;
        List<AuditEvent> page;
        do {
            page = page(rest);
            page.forEach(event -> sheet.add(event.withoutValues(contents)));
            sheet.flush();
            if (!page.isEmpty()) {
                rest = where.and(before(page.getLast().at(), page.getLast()).named("page"));
            }
        } while (page.size() == AT_ONCE);
        sheet.finish();
    }

    private List<AuditEvent> page(SqlPredicate where) {
        return jdbc.sql(
                        "select * from audit_event e where "
                                + where.sql()
                                + " order by e.at desc, e.id desc limit "
                                + AT_ONCE)
                .params(where.params())
                .query(trail::event)
                .list();
    }

    private int count(SqlPredicate where) {
        return jdbc.sql(
                        "select count(*) from (select 1 from audit_event e where %s limit %d) counted"
                                .formatted(where.sql(), MOST_ROWS + 1))
                .params(where.params())
                .query(Integer.class)
                .single();
    }

    private static SqlPredicate before(Instant at, @Nullable AuditEvent event) {
        if (event == null) {
            return SqlPredicate.of("e.at < :now", "now", at.atOffset(ZoneOffset.UTC));
        }
        Map<String, Object> params = new HashMap<>();
        params.put("at", at.atOffset(ZoneOffset.UTC));
        params.put("id", event.id());
        return new SqlPredicate("e.at <= :at and (e.at, e.id) < (:at, :id)", params);
    }

    /** A checkpoint to which paths lead. */
    private record Newest(long size, Instant at) {}

    /**
     * What came until now is sealed and published as far as may be. Paths lead to a checkpoint that
     * was published, so that whoever keeps those can prove them; if the database has lost it, they
     * lead to the newest there is, and the verifier will tell.
     */
    private Newest newest() {
        long published = sealing.publishNow();
        Instant now = now();
        return pages.findSealedAt(published)
                .map(at -> new Newest(published, at))
                .orElseGet(() -> new Newest(pages.size(), now));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private Predicate<LoggedEvent> shown(Actor actor) {
        Set<String> contents = watched.contents(actor);
        return event -> event.subjectType() != null && !contents.contains(event.subjectType());
    }

    private static void refuseMoreThan(int most, int count) {
        if (count > most) {
            throw Problem.of(ExportProblem.TOO_MANY_EVENTS, most);
        }
    }

    private void record(Actor actor, String file, long events, Question asked, String reason) {
        audit.recordRead(
                Entry.of(actor, AuditAct.LOG_EXPORTED)
                        .subject("auditExport", Ids.next(), file)
                        .reason(reason)
                        .change("events", null, events)
                        .change("asked", null, asked.words()));
    }
}
