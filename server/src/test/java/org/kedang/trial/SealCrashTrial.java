package org.kedang.trial;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kedang.TestClient;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Kills everything with SIGKILL in the midst of sealing, of counting figures, of watching by rules
 * and of gathering events for the database, while refused requests come in all the time. Afterwards
 * each event that was acknowledged is there, and each has one leaf and was counted once by the
 * figures and by the rules; what had not reached the database comes from the journal. One more
 * crash comes upon a merge of departments and an import of people. The full form crashes nine
 * times, and nine times upon those two.
 */
class SealCrashTrial {
    /** What is under way when the crash comes, and how an onlooker knows. */
    private enum Work {
        COUNTING("exists (select 1 from pg_locks where relation = 'activity_cursor'::regclass)"),
        WATCHING("exists (select 1 from pg_locks where relation = 'alert_cursor'::regclass)"),
        SEALING(
                "exists (select 1 from pg_locks where locktype = 'advisory' and granted"
                        + " and classid::bigint << 32 | objid::bigint = x'6b6564616e67'::bigint)"),
        /** At any moment events wait in the journal. */
        GATHERING("true", 200);

        private final String underWay;
        private final int mostMillis;

        Work(String underWay) {
            this(underWay, 5);
        }

        /**
         * @param mostMillis how much later the crash comes
         */
        Work(String underWay, int mostMillis) {
            this.underWay = underWay;
            this.mostMillis = mostMillis;
        }
    }

    private static final int CRASHES = "full".equals(System.getProperty("kedang.trial")) ? 9 : 1;
    private static final int PEOPLE = 8;
    private static final Duration AWAIT = Duration.ofMinutes(2);

    /** More than the rule's limit, so that each refusal counts in the alert. */
    private static final int ENOUGH = 50;

    /** Work that a killed server left is taken up by the next one after four of these. */
    private static final String[] OPTIONS = {
        "--db-scheduler.heartbeat-interval=1s", "--db-scheduler.polling-interval=1s"
    };

    private static final Pattern JOURNAL =
            Pattern.compile("journal of a killed process held ([1-9]\\d*) events, (\\d+) of them");

    private final Random random = new Random(20261123);
    private final AtomicInteger acknowledged = new AtomicInteger();

    @Test
    void sealsAndCountsEachEventOnce(@TempDir Path data) throws IOException {
        try (ServerProcess server = new ServerProcess(data, OPTIONS)) {
            for (int crash = 0; crash < CRASHES; crash++) {
                Work work = Work.values()[crash % Work.values().length];
                refuseUntilKilled(server, work);
                server.restart(OPTIONS);
                System.out.printf(
                        "killed while %s, %d refusals acknowledged%n", work, acknowledged.get());
            }
            checkThatJournalsWereLeft(data);
            for (int crash = 0; crash < CRASHES; crash++) {
                cutOffTheOrganisation(server, crash);
            }
            JdbcClient database = server.database();
            await(database, ALL_DONE);
            check(database);
        }
    }

    private void refuseUntilKilled(ServerProcess server, Work work) {
        TestClient clerk = TestClient.as("clerk", server.port());
        JdbcClient database = server.database();
        int enough = acknowledged.get() + ENOUGH;
        AtomicBoolean going = new AtomicBoolean(true);
        try (ExecutorService people = Executors.newFixedThreadPool(PEOPLE)) {
            for (int i = 0; i < PEOPLE; i++) {
                people.submit(() -> beRefused(clerk, going));
            }
            await(() -> acknowledged.get() >= enough);
            await(database, work.underWay);
            ServerProcess.pause(Duration.ofMillis(random.nextInt(work.mostMillis)));
            server.killEverything();
            going.set(false);
        }
    }

    private void cutOffTheOrganisation(ServerProcess server, int crash) {
        JdbcClient before = server.database();
        OrganisationCrash organisation = new OrganisationCrash(crash, server.port(), before);
        organisation.begin();
        await(before, OrganisationCrash.UNDER_WAY);
        ServerProcess.pause(Duration.ofMillis(random.nextInt(200)));
        server.killEverything();
        server.restart(OPTIONS);
        organisation.check(server.port(), server.database());
    }

    /** The log is not for clerks, and whoever tries is in it. */
    private void beRefused(TestClient clerk, AtomicBoolean going) {
        try {
            while (going.get()) {
                assertThat(clerk.get("/api/audit/events").status()).isEqualTo(403);
                acknowledged.incrementAndGet();
            }
        } catch (UncheckedIOException e) {
            assertThat(e)
                    .as("the connection breaks when the server is killed")
                    .hasCauseInstanceOf(IOException.class);
        }
    }

    private static void checkThatJournalsWereLeft(Path data) throws IOException {
        List<String> left = new ArrayList<>();
        Matcher held = JOURNAL.matcher(Files.readString(data.resolve("logs/kedang.log")));
        while (held.find()) {
            left.add(held.group(1) + ", missing " + held.group(2));
        }
        System.out.println("events in the journals of killed servers: " + left);
        assertThat(left).hasSize(CRASHES);
    }

    private static final String ALL_DONE =
            """
            (select count(*) from audit_event) = (select count(*) from audit_leaf)
            and (select max(index) from audit_leaf) = (select leaf from activity_cursor)
            and (select max(index) from audit_leaf) = (select last_index from alert_cursor)
            """;

    private void check(JdbcClient database) {
        long events = number(database, "select count(*) from audit_event");
        long refused =
                number(
                        database,
                        """
                        select count(*) from audit_event
                        where result = 'REFUSED' and actor_user_name = 'clerk'
                        """);
        assertThat(refused).isGreaterThanOrEqualTo(acknowledged.get());
        for (String exactlyOnce :
                new String[] {
                    "select count(distinct (l.event_id, l.event_at)) from audit_leaf l join"
                            + " audit_event e on e.id = l.event_id",
                    "select max(index) + 1 from audit_leaf",
                    "select max(size) from audit_checkpoint",
                    "select sum(events) from activity_day",
                    "select sum(events) from activity_hour",
                    "select sum(events) from activity_day_all",
                    "select sum(events) from activity_hour_all"
                }) {
            assertThat(number(database, exactlyOnce)).as(exactlyOnce).isEqualTo(events);
        }
        assertThat(
                        number(
                                database,
                                """
                                select sum(count) from alert a join person p on p.id = a.person_id
                                where a.kind = 'REFUSALS_BY_PERSON' and p.user_name = 'clerk'
                                """))
                .isEqualTo(refused);
    }

    private static long number(JdbcClient database, String sql) {
        return database.sql(sql).query(Long.class).single();
    }

    private static void await(JdbcClient database, String condition) {
        await(() -> database.sql("select " + condition).query(Boolean.class).single());
    }

    private interface Condition {
        boolean holds();
    }

    private static void await(Condition condition) {
        Instant limit = Instant.now().plus(AWAIT);
        while (!condition.holds()) {
            assertThat(Instant.now()).isBefore(limit);
            ServerProcess.pause(Duration.ofMillis(1));
        }
    }
}
