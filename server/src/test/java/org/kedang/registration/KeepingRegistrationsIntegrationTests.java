package org.kedang.registration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kedang.IntegrationTest;
import org.kedang.TestClient;
import org.kedang.calendar.SpecialDay;
import org.kedang.calendar.SpecialDay.Kind;
import org.kedang.calendar.WorkingDays;
import org.kedang.identity.Holders;
import org.kedang.kernel.ChinaTime;
import org.kedang.notice.Telling;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** Travels in time over days that no other test's customers are in. */
@IntegrationTest
class KeepingRegistrationsIntegrationTests {
    @LocalServerPort int port;
    @Autowired Registrations registrations;
    @Autowired Telling telling;
    @Autowired Holders holders;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;

    private final List<SpecialDay> holidays = new ArrayList<>();
    private UUID customer = new UUID(0, 0);

    @BeforeEach
    void enterLongAgo() {
        // the server's own clock would tell of these at once
        jdbc.sql(
                        "update scheduled_tasks set execution_time = now() + interval '1 day' where"
                                + " task_name = 'registration-clock'")
                .update();
        customer = UUID.fromString(RegistrationFixture.complete(TestClient.as("sales", port)));
        jdbc.sql(
                        "update registration set first_contact_on = '2007-03-05', due_on ="
                                + " '2007-03-12' where customer_id = :id")
                .param("id", customer)
                .update();
    }

    @AfterEach
    void forget() {
        jdbc.sql("delete from registration where customer_id = :id").param("id", customer).update();
    }

    private KeepingRegistrations keeping(String day) {
        Clock clock =
                Clock.fixed(
                        LocalDate.parse(day).atTime(8, 0).atZone(ChinaTime.ZONE).toInstant(),
                        ChinaTime.ZONE);
        TermOfToday term =
                new TermOfToday(
                        () -> new WorkingDays(holidays), new RegistrationSettings(5, 1), clock);
        return new KeepingRegistrations(registrations, term, telling, holders, transaction);
    }

    /** Who was told what, in order. */
    private List<String> told() {
        return jdbc.sql(
                        """
                        select p.user_name || ' ' || n.kind from notice n join person p on p.id = n.person_id
                        where n.key like :key order by n.made_at, n.id
                        """)
                .param("key", customer + "%")
                .query(String.class)
                .list();
    }

    @Test
    void tellsTheOwnerTheDayBeforeThenOfTheDelayThenTheHead() {
        keeping("2007-03-08").keep();
        assertThat(told()).isEmpty();

        keeping("2007-03-09").keep();
        keeping("2007-03-10").keep();
        keeping("2007-03-12").keep();
        assertThat(told()).containsExactly("sales registration.soon");

        keeping("2007-03-13").keep();
        keeping("2007-03-13").keep();
        assertThat(told()).containsExactly("sales registration.soon", "sales registration.overdue");

        keeping("2007-03-14").keep();
        keeping("2007-04-14").keep();
        assertThat(told())
                .containsExactly(
                        "sales registration.soon",
                        "sales registration.overdue",
                        "head registration.head");
    }

    @Test
    void tellsOnceHoweverManyNodesLook() throws Exception {
        Callable<Boolean> node =
                () -> {
                    keeping("2007-03-14").keep();
                    return true;
                };
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (var end : threads.invokeAll(Collections.nCopies(4, node))) {
                assertThat(end.get()).isTrue();
            }
        }

        assertThat(told())
                .containsExactlyInAnyOrder("sales registration.overdue", "head registration.head");
    }

    @Test
    void followsTheCalendarAndTellsOfTheNewDay() {
        keeping("2007-03-09").keep();
        holidays.add(new SpecialDay(LocalDate.of(2007, 3, 9), Kind.OFF, "补休"));

        keeping("2007-03-09").keep();
        assertThat(told()).containsExactly("sales registration.soon");
        assertThat(due()).isEqualTo("2007-03-13");

        keeping("2007-03-11").keep();
        assertThat(told()).hasSize(1);
        keeping("2007-03-12").keep();
        assertThat(told()).containsExactly("sales registration.soon", "sales registration.soon");
    }

    private String due() {
        return jdbc.sql("select due_on::text from registration where customer_id = :id")
                .param("id", customer)
                .query(String.class)
                .single();
    }

    @Test
    void tellsNothingMoreOnceItIsAskedFor() {
        jdbc.sql("update registration set state = 'ASKED' where customer_id = :id")
                .param("id", customer)
                .update();

        keeping("2007-05-01").keep();

        assertThat(told()).isEmpty();
    }
}
