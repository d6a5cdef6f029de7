package org.kedang.alert;

import org.jspecify.annotations.Nullable;
import org.kedang.alert.Detector.Hit;
import org.kedang.alert.Detector.Seen;
import org.kedang.calendar.SpecialDay;
import org.kedang.calendar.WorkingDays;
import org.kedang.kernel.ChinaTime;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A made log whose clock tests move, and one rule that reads it as it grows. */
final class Log<M> {
    static final UUID LI = new UUID(1, 1);

    private final Detector<M> detector;
    private final Rule rule;
    private final WorkingDays days =
            new WorkingDays(
                    List.of(
                            new SpecialDay(LocalDate.of(2026, 10, 1), SpecialDay.Kind.OFF, "国庆节"),
                            new SpecialDay(
                                    LocalDate.of(2026, 10, 10), SpecialDay.Kind.WORK, "国庆节调休上班")));

    private ZonedDateTime now = LocalDateTime.of(2026, 11, 23, 9, 0).atZone(ChinaTime.ZONE);
    private @Nullable M memory;
    private final UUID person = LI;
    private @Nullable String address = "10.0.8.15";
    private @Nullable String device = "Chrome · Windows";
    private long index;
    final List<Hit> hits = new ArrayList<>();

    Log(Detector<M> detector, Rule rule) {
        this.detector = detector;
        this.rule = rule;
    }

    /** A rule with these numbers; of the others nothing is asked. */
    static Rule rule(
            RuleKind kind,
            @Nullable Integer limit,
            @Nullable Integer minutes,
            @Nullable Integer days,
            String... acts) {
        boolean nights = kind == RuleKind.UNUSUAL_HOURS;
        return new Rule(
                kind,
                true,
                null,
                limit,
                minutes,
                days,
                kind == RuleKind.REVEALS_ABOVE_NORM ? 3.0 : null,
                nights ? LocalTime.of(22, 0) : null,
                nights ? LocalTime.of(6, 0) : null,
                List.of(acts),
                0,
                null,
                null);
    }

    Log<M> at(String time) {
        now = LocalDateTime.parse(time).atZone(ChinaTime.ZONE);
        return this;
    }

    Log<M> wait(Duration time) {
        now = now.plus(time);
        return this;
    }

    Log<M> from(@Nullable String address, @Nullable String device) {
        this.address = address;
        this.device = device;
        return this;
    }

    Log<M> done(String act, UUID subject) {
        return see(act, false, subject);
    }

    Log<M> refused(String act) {
        return see(act, true, null);
    }

    Log<M> refusedStranger(String act) {
        return hand(
                new Happening(
                        index++,
                        now.toInstant(),
                        null,
                        "",
                        Set.of(),
                        address,
                        device,
                        act,
                        true,
                        null));
    }

    private Log<M> see(String act, boolean refused, @Nullable UUID subject) {
        return hand(
                new Happening(
                        index++,
                        now.toInstant(),
                        person,
                        "李思远",
                        Set.of("SALES"),
                        address,
                        device,
                        act,
                        refused,
                        subject));
    }

    private Log<M> hand(Happening event) {
        if (detector.key(event, rule) != null) {
            Seen<M> seen = detector.see(memory, event, rule, days);
            memory = seen.memory();
            if (seen.hit() != null) {
                hits.add(seen.hit());
            }
        }
        return this;
    }

    @Nullable M memory() {
        return memory;
    }

    static UUID customer(int number) {
        return new UUID(7, number);
    }
}
