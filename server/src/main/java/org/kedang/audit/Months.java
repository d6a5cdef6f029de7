package org.kedang.audit;

import org.kedang.kernel.ChinaTime;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes room for the events of the coming months before they begin. */
@Component
class Months {
    private static final int AHEAD = 3;
    private static final String WHOLE = "audit_event";
    private static final DateTimeFormatter SUFFIX = DateTimeFormatter.ofPattern("'_'uuuu'_'MM");

    private final JdbcClient jdbc;
    private final Clock clock;
    private volatile Set<String> made = Set.of();

    Months(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @return how many months were new
     */
    @EventListener(ApplicationReadyEvent.class)
    int make() {
        LocalDate today = LocalDate.now(clock.withZone(ChinaTime.ZONE));
        int fresh =
                jdbc.sql("select audit_make_months(:from, :until)")
                        .param("from", today)
                        .param("until", today.plusMonths(AHEAD))
                        .query(Integer.class)
                        .single();
        made =
                jdbc
                        .sql(
                                """
                                select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
                                where i.inhparent = 'audit_event'::regclass
                                """)
                        .query(String.class)
                        .list()
                        .stream()
                        .collect(Collectors.toUnmodifiableSet());
        return fresh;
    }

    /**
     * The table that takes events of these times: the month of all of them, or else the whole,
     * where the database looks for the month of each.
     */
    String tableFor(Stream<Instant> times) {
        List<YearMonth> months =
                times.map(time -> YearMonth.from(time.atZone(ChinaTime.ZONE))).distinct().toList();
        String month = WHOLE + months.getFirst().format(SUFFIX);
        return months.size() == 1 && made.contains(month) ? month : WHOLE;
    }
}
