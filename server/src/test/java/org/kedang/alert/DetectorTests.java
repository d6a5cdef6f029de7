package org.kedang.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kedang.alert.Log.customer;
import static org.kedang.alert.Log.rule;

import org.junit.jupiter.api.Test;
import org.kedang.alert.Detector.Hit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

class DetectorTests {
    private final Log<Reads> reading =
            new Log<>(
                    new MassReading(),
                    rule(RuleKind.MASS_READING, 5, 60, null, "customer.read", "item.read"));
    private final Log<DayCount> exports =
            new Log<>(new MassExport(), rule(RuleKind.MASS_EXPORT, 3, null, null, "*.downloaded"));
    private final Log<DayCount> hours =
            new Log<>(new UnusualHours(), rule(RuleKind.UNUSUAL_HOURS, 2, null, null, "*"));
    private final Log<RepeatedRefusals.Refusals> refusals =
            new Log<>(
                    new RepeatedRefusals(RuleKind.REFUSALS_BY_PERSON),
                    rule(RuleKind.REFUSALS_BY_PERSON, 3, 10, null, "*"));
    private final Log<RepeatedRefusals.Refusals> address =
            new Log<>(
                    new RepeatedRefusals(RuleKind.REFUSALS_FROM_ADDRESS),
                    rule(RuleKind.REFUSALS_FROM_ADDRESS, 3, 10, null, "*"));
    private final Log<DormantAwake.Last> dormant =
            new Log<>(new DormantAwake(), rule(RuleKind.DORMANT_AWAKE, null, null, 60, "*"));
    private final Log<RevealsAboveNorm.Reveals> reveals =
            new Log<>(
                    new RevealsAboveNorm(),
                    rule(RuleKind.REVEALS_ABOVE_NORM, 5, null, 30, "*.revealed"));
    private final Log<NewPlace.Places> places =
            new Log<>(new NewPlace(), rule(RuleKind.NEW_PLACE, null, null, 14, "*"));

    @Test
    void findsMassReadingAndCountsDifferentThings() {
        at(reading, "2026-11-23T01:12:00");
        for (int i = 0; i < 5; i++) {
            reading.done("customer.read", customer(i)).wait(Duration.ofMinutes(1));
        }
        reading.done("customer.read", customer(0)).done("customer.changed", customer(99));
        assertThat(reading.hits).isEmpty();

        reading.done("item.read", customer(5)).wait(Duration.ofMinutes(1));
        reading.done("customer.read", customer(5)).done("customer.read", customer(6));

        assertThat(reading.hits).extracting(Hit::count).containsExactly(6L, 6L, 7L);
        // the first one was read again, so the second is the earliest
        assertThat(reading.hits)
                .extracting(Hit::since)
                .containsOnly(Instant.parse("2026-11-22T17:13:00Z"));
    }

    @Test
    void bearsReadingThatIsSpreadOverTheDay() {
        for (int i = 0; i < 200; i++) {
            reading.done("customer.read", customer(i)).wait(Duration.ofMinutes(13));
        }
        assertThat(reading.hits).isEmpty();
        assertThat(reading.memory().recent()).hasSizeLessThanOrEqualTo(6);
    }

    @Test
    void beginsANewStretchOnceReadingHasCalmedDown() {
        IntStream.range(0, 8).forEach(i -> reading.done("item.read", customer(i)));
        reading.wait(Duration.ofHours(3));
        IntStream.range(0, 8).forEach(i -> reading.done("item.read", customer(i)));

        assertThat(reading.hits).extracting(Hit::count).containsExactly(6L, 7L, 8L, 6L, 7L, 8L);
        assertThat(reading.hits.stream().map(Hit::since).distinct()).hasSize(2);
    }

    @Test
    void remembersNoMoreThanItMustOfWhoReadsEverything() {
        IntStream.range(0, 4_000).forEach(i -> reading.done("item.read", customer(i)));

        assertThat(reading.hits.getLast().count()).isEqualTo(4_000);
        assertThat(reading.memory().recent()).hasSizeLessThanOrEqualTo(3_000);
    }

    @Test
    void ignoresRefusedReading() {
        IntStream.range(0, 50).forEach(i -> reading.refused("customer.read"));
        assertThat(reading.memory()).isNull();
    }

    @Test
    void countsDownloadsPerDay() {
        at(exports, "2026-11-23T23:58:00");
        IntStream.range(0, 3).forEach(i -> exports.done("file.downloaded", customer(i)));
        exports.wait(Duration.ofMinutes(3));
        IntStream.range(0, 5).forEach(i -> exports.done("file.downloaded", customer(i)));
        exports.done("file.viewed", customer(1));

        assertThat(exports.hits).extracting(Hit::count).containsExactly(4L, 5L);
        assertThat(exports.hits.getFirst().since())
                .isEqualTo(Instant.parse("2026-11-23T16:01:00Z"));
    }

    @Test
    void takesANightAcrossMidnightAsOne() {
        at(hours, "2026-11-23T23:50:00").done("item.read", customer(1)).wait(Duration.ofHours(1));
        hours.done("item.read", customer(2)).done("session.opened", customer(3));

        assertThat(hours.hits).singleElement().extracting(Hit::count).isEqualTo(3L);
        assertThat(hours.hits.getFirst().facts()).containsEntry("when", "NIGHT");
        at(hours, "2026-11-24T22:00:00");
        hours.done("item.read", customer(1)).done("item.read", customer(1));
        assertThat(hours.hits).hasSize(1);
    }

    @Test
    void bearsWorkByDay() {
        at(hours, "2026-11-23T06:00:00");
        IntStream.range(0, 40).forEach(i -> hours.done("item.read", customer(i)));
        at(hours, "2026-11-23T21:59:00");
        IntStream.range(0, 40).forEach(i -> hours.done("item.read", customer(i)));
        assertThat(hours.hits).isEmpty();
    }

    @Test
    void knowsHolidaysAndMakeUpDays() {
        at(hours, "2026-10-10T10:00:00"); // a Saturday that is worked
        IntStream.range(0, 9).forEach(i -> hours.done("item.read", customer(i)));
        assertThat(hours.hits).isEmpty();

        at(hours, "2026-10-01T10:00:00"); // a Thursday that is free
        IntStream.range(0, 3).forEach(i -> hours.done("item.read", customer(i)));
        assertThat(hours.hits)
                .singleElement()
                .satisfies(hit -> assertThat(hit.facts()).containsEntry("holiday", "国庆节"));
    }

    @Test
    void countsRefusalsWithinTheWindow() {
        IntStream.range(0, 3).forEach(i -> refusals.refused("access.refused"));
        refusals.wait(Duration.ofMinutes(11));
        IntStream.range(0, 3).forEach(i -> refusals.refused("session.refused"));
        assertThat(refusals.hits).isEmpty();

        refusals.refused("access.refused").refused("access.refused");

        assertThat(refusals.hits).extracting(Hit::count).containsExactly(4L, 5L);
        assertThat(refusals.memory().recent()).hasSize(4);
    }

    @Test
    void leavesOutThatSomebodyHadToProveHerself() {
        IntStream.range(0, 9).forEach(i -> refusals.refused("access.proof-owed"));

        assertThat(refusals.hits).isEmpty();
    }

    @Test
    void seesStrangersByTheirAddressOnly() {
        IntStream.range(0, 6).forEach(i -> refusals.refusedStranger("session.refused"));
        IntStream.range(0, 6).forEach(i -> address.refusedStranger("session.refused"));

        assertThat(refusals.hits).isEmpty();
        assertThat(address.hits).extracting(Hit::count).containsExactly(4L, 5L, 6L);
    }

    @Test
    void wakesWhoSleptTooLong() {
        dormant.done("session.opened", customer(1)).wait(Duration.ofDays(59));
        dormant.done("session.opened", customer(1));
        assertThat(dormant.hits).isEmpty();

        dormant.wait(Duration.ofDays(61)).done("session.opened", customer(1));
        dormant.done("customer.read", customer(2));

        assertThat(dormant.hits)
                .singleElement()
                .satisfies(hit -> assertThat(hit.facts()).containsEntry("idleDays", 61L));
    }

    @Test
    void isNotWokenByOthersWhoGuessThePassword() {
        dormant.done("session.opened", customer(1)).wait(Duration.ofDays(200));
        dormant.refused("session.refused");
        assertThat(dormant.hits).isEmpty();
        dormant.done("session.opened", customer(1));
        assertThat(dormant.hits).hasSize(1);
    }

    @Test
    void comparesRevealsWithOnesOwnNorm() {
        for (int day = 0; day < 30; day++) {
            IntStream.range(0, 4).forEach(i -> reveals.done("customer.revealed", customer(i)));
            reveals.wait(Duration.ofDays(1));
        }
        assertThat(reveals.hits).isEmpty();

        // 4 a day, times 3
        IntStream.range(0, 13).forEach(i -> reveals.done("customer.revealed", customer(i)));

        assertThat(reveals.hits).singleElement().extracting(Hit::count).isEqualTo(13L);
        assertThat(reveals.hits.getFirst().facts())
                .containsEntry("average", 4.0)
                .containsEntry("limit", 12L);
        assertThat(reveals.memory().days()).hasSizeLessThanOrEqualTo(31);
    }

    @Test
    void asksNobodyBelowTheFloor() {
        IntStream.range(0, 5).forEach(i -> reveals.done("customer.revealed", customer(i)));
        assertThat(reveals.hits).isEmpty();
        reveals.done("customer.revealed", customer(6));
        assertThat(reveals.hits).singleElement().extracting(Hit::count).isEqualTo(6L);
    }

    @Test
    void learnsPlacesBeforeItAlarms() {
        places.done("session.opened", customer(1)).wait(Duration.ofDays(3));
        places.from("192.168.4.2", "Edge · Windows").done("session.opened", customer(1));
        places.wait(Duration.ofDays(12));
        places.from("10.0.8.200", "Chrome · Windows").done("session.opened", customer(1));
        assertThat(places.hits).isEmpty();

        places.from("203.0.113.9", "Chrome · Windows").done("session.opened", customer(1));
        places.from("203.0.113.77", "Safari · iPhone").done("session.opened", customer(1));
        places.from("203.0.113.9", "Safari · iPhone").done("session.opened", customer(1));

        assertThat(places.hits).hasSize(2);
        assertThat(places.hits.get(0).facts())
                .containsEntry("network", "203.0.113.0/24")
                .doesNotContainKey("device");
        assertThat(places.hits.get(1).facts())
                .containsEntry("device", "Safari · iPhone")
                .doesNotContainKey("network");
    }

    @Test
    void doesNotLearnPlacesFromRefusals() {
        places.done("session.opened", customer(1)).wait(Duration.ofDays(20));
        places.from("203.0.113.9", null).refused("session.refused");
        assertThat(places.hits).isEmpty();
        places.done("session.opened", customer(1));
        assertThat(places.hits).hasSize(1);
    }

    @Test
    void cutsAddressesToTheirNetworks() {
        assertThat(
                        List.of(
                                Networks.of("10.0.8.15"),
                                Networks.of("2001:db8:1:2::9"),
                                Networks.of("::ffff:10.0.8.15"),
                                Networks.of("fe80::1%eth0"),
                                Networks.of("unknown"),
                                Networks.of("dead.beef")))
                .containsExactly(
                        "10.0.8.0/24",
                        "2001:db8:1:0:0:0:0:0/48",
                        "10.0.8.0/24",
                        "fe80:0:0:0:0:0:0:0/48",
                        "unknown",
                        "dead.beef");
    }

    private static <M> Log<M> at(Log<M> log, String time) {
        return log.at(time);
    }
}
