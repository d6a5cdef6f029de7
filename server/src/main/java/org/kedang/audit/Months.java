package org.kedang.audit;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/** Makes room for the events of the coming months before they begin. */
@Component
class Months {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int AHEAD = 3;

    private final JdbcClient jdbc;
    private final Clock clock;

    Months(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @return how many months were new
     */
    @EventListener(ApplicationReadyEvent.class)
    int make() {
        LocalDate today = LocalDate.now(clock.withZone(ZONE));
        return jdbc.sql("select audit_make_months(:from, :until)")
                .param("from", today)
                .param("until", today.plusMonths(AHEAD))
                .query(Integer.class)
                .single();
    }
}
