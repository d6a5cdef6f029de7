package org.kedang.approval;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kedang.IntegrationTest;
import org.kedang.calendar.SpecialDay;
import org.kedang.calendar.SpecialDay.Kind;
import org.kedang.calendar.WorkingDays;
import org.kedang.kernel.Actor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** Travels in time over the national-day holiday of a year that no other test is in. */
@IntegrationTest
class ClocksIntegrationTests {
    private static final Limits LIMITS =
            new Limits(Term.days(1), Term.hours(4), Term.days(2), Term.days(3));

    @Autowired ApprovalDesk desk;
    @Autowired Requests requests;
    @Autowired Steps steps;
    @Autowired Ending ending;
    @Autowired Escalating escalating;
    @Autowired TellingOfRequests telling;
    @Autowired Deciding deciding;
    @Autowired Deeds deeds;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;

    private final TurnedClock clock = new TurnedClock("2037-09-30T15:00:00+08:00");

    /** A clock that the test turns. */
    private static final class TurnedClock extends Clock {
        private Instant now;

        TurnedClock(String at) {
            turn(at);
        }

        void turn(String at) {
            now = OffsetDateTime.parse(at).toInstant();
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private Alarms alarms() {
        return alarms(clock);
    }

    private Alarms alarms(Clock now) {
        List<SpecialDay> holiday =
                IntStream.rangeClosed(1, 7)
                        .mapToObj(
                                day -> new SpecialDay(LocalDate.of(2037, 10, day), Kind.OFF, "国庆节"))
                        .toList();
        return new Alarms(jdbc, () -> new WorkingDays(holiday), now);
    }

    private KeepingTime keeping() {
        return keeping(clock);
    }

    private KeepingTime keeping(Clock now) {
        return new KeepingTime(
                alarms(now), requests, steps, ending, escalating, telling, deeds, transaction);
    }

    /** A request whose step began at the turned clock's time. */
    private UUID clocked(Actor requester, Actor signer, boolean decided) {
        UUID request = desk.submit(requester, "trial-all", signer);
        alarms().set(steps.open(request).getFirst(), LIMITS, decided);
        return request;
    }

    @Test
    void remindsFallsDueEscalatesAndExpiresInWorkingTime() {
        Actor requester = desk.newcomer("DA");
        Actor signer = desk.newcomer("XS");
        UUID request = clocked(requester, signer, false);

        clock.turn("2037-10-07T23:59:00+08:00");
        keeping().catchUp();
        assertThat(desk.log(request)).containsExactly("approval.submitted");

        clock.turn("2037-10-08T11:00:00+08:00");
        keeping().catchUp();
        assertThat(desk.log(request)).containsExactly("approval.submitted", "approval.reminded");

        clock.turn("2037-10-08T17:00:00+08:00");
        keeping().catchUp();
        assertThat(desk.log(request)).last().isEqualTo("approval.overdue");

        clock.turn("2037-10-09T17:00:00+08:00");
        keeping().catchUp();
        assertThat(desk.log(request)).last().isEqualTo("approval.escalated");
        assertThat(desk.asked(request)).containsExactly(desk.known("head").id());
        assertThat(desk.states(request)).contains("MOVED");

        clock.turn("2037-10-12T17:00:00+08:00");
        keeping().catchUp();
        assertThat(desk.state(request)).isEqualTo("EXPIRED");
        assertThat(desk.inEngine(request)).isZero();
        assertThat(desk.took(request)).isFalse();
        assertThat(desk.told(request, signer))
                .containsExactlyInAnyOrder(
                        "approval.task",
                        "approval.reminded",
                        "approval.overdue",
                        "approval.escalated");
        assertThat(desk.told(request, desk.known("head"))).containsExactly("approval.task");
        assertThat(desk.told(request, requester))
                .containsExactlyInAnyOrder(
                        "approval.overdue", "approval.escalated", "approval.ended");
    }

    @Test
    void neverLetsWhatPeopleMustDecidePassByTime() {
        UUID request = clocked(desk.newcomer("DA"), desk.newcomer("XS"), true);

        clock.turn("2038-12-31T00:00:00+08:00");
        keeping().catchUp();

        assertThat(desk.state(request)).isEqualTo("OPEN");
        assertThat(desk.log(request)).contains("approval.escalated");
    }

    @Test
    void doesNothingMoreToAStepThatIsLeft() {
        Actor signer = desk.newcomer("XS");
        UUID request = clocked(desk.newcomer("DA"), signer, false);
        deciding.approve(signer, desk.task(request, signer), null);
        List<String> before = desk.log(request);

        clock.turn("2038-12-31T00:00:00+08:00");
        keeping().catchUp();

        assertThat(desk.log(request)).isEqualTo(before);
        assertThat(desk.state(request)).isEqualTo("APPROVED");
    }

    /** Nodes are scanners with clocks and connections of their own over one database. */
    private void fireOnFourNodes(String at) throws Exception {
        CyclicBarrier together = new CyclicBarrier(4);
        Callable<Boolean> node =
                () -> {
                    together.await();
                    keeping(new TurnedClock(at)).catchUp();
                    return true;
                };
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (var end : threads.invokeAll(Collections.nCopies(4, node))) {
                assertThat(end.get()).isTrue();
            }
        }
    }

    @Test
    void firesEachOnceHoweverManyNodesLook() throws Exception {
        List<UUID> all =
                IntStream.range(0, 8)
                        .mapToObj(i -> clocked(desk.newcomer("DA"), desk.newcomer("XS"), false))
                        .toList();
        List<String> happened = new ArrayList<>(List.of("approval.submitted"));

        for (var alarm :
                List.of(
                        List.of("2037-10-08T11:00:00+08:00", "approval.reminded"),
                        List.of("2037-10-08T17:00:00+08:00", "approval.overdue"),
                        List.of("2037-10-09T17:00:00+08:00", "approval.escalated"),
                        List.of("2037-10-12T17:00:00+08:00", "approval.expired"))) {
            fireOnFourNodes(alarm.getFirst());
            happened.add(alarm.getLast());
            assertThat(all)
                    .allSatisfy(
                            one -> assertThat(desk.log(one)).containsExactlyElementsOf(happened));
        }
    }

    /**
     * What a killed node had begun, the database undoes; {@code ApprovalCrashTrial} really kills.
     */
    @Test
    void firesWhatAnotherNodeBeganAndDidNotEnd() {
        UUID request = clocked(desk.newcomer("DA"), desk.newcomer("XS"), true);
        clock.turn("2037-10-08T11:00:00+08:00");

        transaction.executeWithoutResult(
                node -> {
                    alarms().takeNext().ifPresent(alarm -> alarms().fired(alarm.id()));
                    node.setRollbackOnly();
                });
        keeping().catchUp();

        assertThat(desk.log(request)).containsExactly("approval.submitted", "approval.reminded");
    }

    @Test
    void setsTheAlarmsThatTheProcessNames() {
        Actor signer = desk.newcomer("XS");

        UUID open = desk.submit(desk.newcomer("DA"), "trial-clock", signer);
        UUID secret = desk.submit(desk.newcomer("DA"), "trial-secret", signer);

        assertThat(kinds(open)).containsExactly("DUE", "ESCALATE", "EXPIRE", "REMIND");
        assertThat(kinds(secret)).containsExactly("DUE", "ESCALATE", "REMIND");
        assertThat(steps.open(open).getFirst().dueAt()).isNotNull();
        // nothing of this is to fire in other tests
        for (UUID request : List.of(open, secret)) {
            deciding.approve(signer, desk.task(request, signer), null);
        }
    }

    private List<String> kinds(UUID request) {
        return jdbc.sql("select kind from approval_alarm where request_id = :id order by kind")
                .param("id", request)
                .query(String.class)
                .list();
    }
}
