package org.kedang.alert;

import org.kedang.identity.Holders;
import org.kedang.kernel.Permission;
import org.kedang.notice.Message;
import org.kedang.notice.Message.Wording;
import org.kedang.notice.Telling;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

/** Tells of an alert whoever may read it, but for the person whom it is about. */
@Component
class TellingOfAlerts {
    private final Telling telling;
    private final Holders holders;
    private final JdbcClient jdbc;

    TellingOfAlerts(Telling telling, Holders holders, JdbcClient jdbc) {
        this.telling = telling;
        this.holders = holders;
        this.jdbc = jdbc;
    }

    /** Within the transaction that keeps the alert. */
    @EventListener
    void tell(AlertRaised raised) {
        Set<UUID> watchers =
                new LinkedHashSet<>(holders.ofPermission(Permission.AUDIT_REVIEW, null));
        if (isAboutAdministrator(raised.alert())) {
            watchers.addAll(holders.ofPermission(Permission.ADMINISTRATOR_OVERSEE, null));
        }
        watchers.remove(raised.person());
        telling.tell(
                watchers,
                AlertNotice.RAISED,
                new Message(
                        raised.alert().toString(),
                        new Wording("预警：" + raised.kind().zh(), "Alert: " + raised.kind().en()),
                        new Wording(
                                "监测规则发现异常，请受理并写明结论。",
                                "A rule has found something unusual. Take it up and say what it"
                                        + " was."),
                        "/alerts"));
    }

    private boolean isAboutAdministrator(UUID alert) {
        return jdbc.sql("select " + Alerts.ADMINISTRATORS.sql() + " from alert a where id = :id")
                .param("id", alert)
                .query(Boolean.class)
                .single();
    }
}
