package org.kedang.audit;

import org.kedang.kernel.Ids;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Where deeds are told to the log. */
@Service
public class Audit {
    private final AuditEvents events;
    private final GroupCommit groups;
    private final Journal journal;
    private final Clock clock;

    Audit(AuditEvents events, GroupCommit groups, Journal journal, Clock clock) {
        this.events = events;
        this.groups = groups;
        this.journal = journal;
        this.clock = clock;
    }

    /** Keeps a change, in the transaction of that change: both are kept or neither. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(Entry entry) {
        events.insert(List.of(stamped(entry)));
    }

    /** Keeps many changes at once, as {@link #record} keeps one. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void recordAll(List<Entry> entries) {
        events.insert(entries.stream().map(this::stamped).toList());
    }

    /**
     * Keeps a deed that changes nothing else: a read, a search, a download, a refusal. When this
     * returns, the event is on disk; if it cannot be kept, it throws and the deed must not go on.
     * It may reach the table a little later: whoever asks the table {@linkplain #settle settles}
     * first.
     */
    public void recordRead(Entry entry) {
        groups.keep(stamped(entry));
        if (entry.refused) {
            KeptRefusals.note();
        }
    }

    /** Returns when all that this process has kept so far is in the table. */
    void settle() {
        journal.await();
    }

    private StampedEntry stamped(Entry entry) {
        // as exact as the database keeps it, so that what is sealed can be read back
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new StampedEntry(Ids.next(), now, entry);
    }
}
