package org.kedang.audit;

import org.kedang.kernel.Actor;
import org.kedang.kernel.Ids;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Where the events of the journal go, each exactly once. */
@Repository
class JournalTable implements Journal.Destination {
    private static final Logger log = LoggerFactory.getLogger(JournalTable.class);

    private final AuditEvents events;
    private final JdbcTemplate rows;
    private final Clock clock;

    JournalTable(AuditEvents events, WriterConnections connections, Clock clock) {
        this.events = events;
        this.rows = connections.rows();
        this.clock = clock;
    }

    /** Adds what a killed process has left; if its journal is damaged, the log says so. */
    void inherit(Path file, JournalFile.Left left) {
        List<KeptRow> missing = missing(left.rows());
        add(missing);
        log.info(
                "The journal of a killed process held {} events, {} of them not yet in the log",
                left.rows().size(),
                missing.size());
        if (left.lost() > 0) {
            log.error("{} groups of events in the journal {} are damaged", left.lost(), file);
            Entry entry =
                    Entry.of(Actor.SYSTEM, SealingAct.JOURNAL_DAMAGED_FOUND)
                            .change("file", null, file.getFileName())
                            .change("groups", null, left.lost());
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            events.insert(List.of(new StampedEntry(Ids.next(), now, entry)));
        }
    }

    @Override
    public void add(List<KeptRow> some) {
        if (!some.isEmpty()) {
            events.insertRows(some, rows);
        }
    }

    /**
     * Were one of them added at this very moment by a transaction that nobody waits for any more,
     * the table's key refuses it, and all is tried again.
     */
    @Override
    public void addMissing(List<KeptRow> some) {
        add(missing(some));
    }

    private List<KeptRow> missing(List<KeptRow> some) {
        Set<UUID> there = there(some);
        return some.stream().filter(row -> !there.contains(row.id())).toList();
    }

    private Set<UUID> there(List<KeptRow> some) {
        return new HashSet<>(
                rows.query(
                        """
                        select e.id from unnest(?::timestamptz[], ?::uuid[]) k (at, id)
                        join audit_event e on e.at = k.at and e.id = k.id
                        """,
                        statement -> {
                            statement.setArray(
                                    1,
                                    statement
                                            .getConnection()
                                            .createArrayOf(
                                                    "timestamptz",
                                                    some.stream()
                                                            .map(row -> row.at().toString())
                                                            .toArray()));
                            statement.setArray(
                                    2,
                                    statement
                                            .getConnection()
                                            .createArrayOf(
                                                    "uuid",
                                                    some.stream().map(KeptRow::id).toArray()));
                        },
                        (row, number) -> row.getObject(1, UUID.class)));
    }
}
