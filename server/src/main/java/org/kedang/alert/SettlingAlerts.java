package org.kedang.alert;

import org.jspecify.annotations.Nullable;
import org.kedang.alert.Alert.Conclusion;
import org.kedang.alert.Alert.State;
import org.kedang.audit.Audit;
import org.kedang.audit.Entry;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;

/** Somebody looks into an alert, and says in the end what it was; never the person it is about. */
@Service
public class SettlingAlerts {
    private final Alerts alerts;
    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;

    SettlingAlerts(Alerts alerts, JdbcClient jdbc, Audit audit, Clock clock) {
        this.alerts = alerts;
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Takes an open alert.
     *
     * @throws Problem {@code own-alert}, {@code alert-settled}, {@code not-found}
     */
    @Transactional
    public void acknowledge(Actor by, UUID id, @Nullable String note) {
        Alert alert = lock(by, id);
        if (alert.state() != State.OPEN) {
            throw Problem.of(AlertProblem.ALERT_SETTLED);
        }
        jdbc.sql(
                        """
                        update alert set state = 'ACKNOWLEDGED', acknowledged_by = :by, acknowledged_by_name = :name,
                            acknowledged_at = :now, note = :note
                        where id = :id
                        """)
                .param("id", id)
                .param("by", by.id())
                .param("name", by.name())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("note", note)
                .update();
        audit.record(about(by, AlertAct.ACKNOWLEDGED, alert).reason(note));
    }

    /**
     * Says what it was; an open alert may be closed at once.
     *
     * @throws Problem {@code own-alert}, {@code alert-settled}, {@code not-found}
     */
    @Transactional
    public void close(Actor by, UUID id, Conclusion conclusion, String note) {
        Alert alert = lock(by, id);
        if (alert.state() == State.CLOSED) {
            throw Problem.of(AlertProblem.ALERT_SETTLED);
        }
        jdbc.sql(
                        """
                        update alert set state = 'CLOSED', closed_by = :by, closed_by_name = :name, closed_at = :now,
                            conclusion = :conclusion, conclusion_note = :note
                        where id = :id
                        """)
                .param("id", id)
                .param("by", by.id())
                .param("name", by.name())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("conclusion", conclusion.name())
                .param("note", note)
                .update();
        audit.record(
                about(by, AlertAct.CLOSED, alert)
                        .reason(note)
                        .change("conclusion", null, conclusion));
    }

    private Alert lock(Actor by, UUID id) {
        Alert alert = alerts.lock(id, by);
        if (alert.own()) {
            throw Problem.of(AlertProblem.OWN_ALERT);
        }
        return alert;
    }

    private static Entry about(Actor by, AlertAct act, Alert alert) {
        Entry entry = Entry.of(by, act).subject("alert", alert.id(), alert.kindZh());
        return alert.personId() == null ? entry : entry.within(alert.personId());
    }
}
