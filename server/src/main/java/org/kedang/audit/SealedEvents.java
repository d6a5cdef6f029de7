package org.kedang.audit;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.util.List;

/**
 * The events in the order of their leaves. Whoever keeps the index of the last one it has worked on
 * sees each event exactly once, whatever order transactions committed in.
 */
@Repository
public class SealedEvents {
    private final JdbcClient jdbc;
    private final LoggedEvents events;
    private final RecentLeaves recent;

    SealedEvents(JdbcClient jdbc, LoggedEvents events, RecentLeaves recent) {
        this.jdbc = jdbc;
        this.events = events;
        this.recent = recent;
    }

    /**
     * The next events, one at least unless all that is sealed has been told. An event is sealed
     * within two seconds of its commit, as a rule. A leaf whose event somebody removed is passed
     * over.
     *
     * @param index of the last leaf already known; -1 to begin
     * @param most how many at most
     */
    public List<SealedEvent> after(long index, int most) {
        List<SealedEvent> held = recent.after(index, most);
        return held.isEmpty() ? read(index, most) : held;
    }

    private List<SealedEvent> read(long index, int most) {
        return jdbc.sql(
                        "select l.index as leaf, "
                                + LoggedEvents.COLUMNS
                                + """
                                from audit_leaf l join audit_event e on e.at = l.event_at and e.id = l.event_id
                                where l.index > :index order by l.index limit :most
                                """)
                .param("index", index)
                .param("most", most)
                .query((row, number) -> new SealedEvent(row.getLong("leaf"), events.read(row)))
                .list();
    }
}
