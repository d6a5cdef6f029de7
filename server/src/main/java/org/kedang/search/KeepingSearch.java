package org.kedang.search;

import org.kedang.audit.Audit;
import org.kedang.audit.Entry;
import org.kedang.index.IndexUpkeep;
import org.kedang.kernel.Actor;
import org.springframework.stereotype.Service;

import java.time.Clock;

/** Watches over the index and builds it anew on request. */
@Service
public class KeepingSearch {
    private final IndexUpkeep upkeep;
    private final Audit audit;
    private final Clock clock;

    KeepingSearch(IndexUpkeep upkeep, Audit audit, Clock clock) {
        this.upkeep = upkeep;
        this.audit = audit;
        this.clock = clock;
    }

    public SearchHealth health() {
        return SearchHealth.of(upkeep.health(), clock.instant());
    }

    /** Starts building the index anew in the background, unless that is under way. */
    public SearchHealth rebuild(Actor actor) {
        audit.recordRead(Entry.of(actor, SearchAct.REBUILT));
        upkeep.startRebuilding();
        return health();
    }
}
