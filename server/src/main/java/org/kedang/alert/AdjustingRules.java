package org.kedang.alert;

import org.jspecify.annotations.Nullable;
import org.kedang.audit.Audit;
import org.kedang.audit.Entry;
import org.kedang.kernel.Actor;
import org.kedang.kernel.KernelProblem;
import org.kedang.kernel.Problem;
import org.kedang.kernel.Version;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalTime;
import java.util.UUID;

/** Changes what counts as unusual, or switches a rule off and says why. */
@Service
public class AdjustingRules {
    /**
     * A rule's new numbers; those that its kind does not use must be absent, the others present.
     *
     * @param reason why; needed to switch a rule off
     */
    public record Adjustment(
            boolean on,
            @Nullable Integer limit,
            @Nullable Integer windowMinutes,
            @Nullable Integer days,
            @Nullable Double factor,
            @Nullable LocalTime nightFrom,
            @Nullable LocalTime nightUntil,
            @Nullable String reason) {}

    private final Rules rules;
    private final Audit audit;
    private final Clock clock;

    AdjustingRules(Rules rules, Audit audit, Clock clock) {
        this.rules = rules;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param base the version that the change is based on
     * @throws Problem {@code invalid-input}, {@code stale-version}, {@code not-found}
     */
    @Transactional
    public void adjust(Actor by, RuleKind kind, Version base, Adjustment wanted) {
        Rule before = rules.lock(kind);
        if (before.version() != base.number()) {
            throw Problem.of(KernelProblem.STALE_VERSION);
        }
        Rule after = checked(before, wanted);
        rules.keep(after, by.id(), by.name(), clock.instant());
        audit.record(
                Entry.of(by, AlertAct.RULE_CHANGED)
                        .subject("alertRule", id(kind), kind.zh())
                        .reason(wanted.reason())
                        .change("on", before.on(), after.on())
                        .change("limit", before.limit(), after.limit())
                        .change("windowMinutes", before.windowMinutes(), after.windowMinutes())
                        .change("days", before.days(), after.days())
                        .change("factor", before.factor(), after.factor())
                        .change("nightFrom", before.nightFrom(), after.nightFrom())
                        .change("nightUntil", before.nightUntil(), after.nightUntil()));
    }

    /**
     * The rule as it would be.
     *
     * @throws Problem {@code invalid-input}
     */
    static Rule checked(Rule before, Adjustment wanted) {
        Rule after = after(before, wanted);
        check(before, after);
        return after;
    }

    private static Rule after(Rule before, Adjustment wanted) {
        return new Rule(
                before.kind(),
                wanted.on(),
                wanted.on() ? null : wanted.reason(),
                wanted.limit(),
                wanted.windowMinutes(),
                wanted.days(),
                wanted.factor(),
                wanted.nightFrom(),
                wanted.nightUntil(),
                before.acts(),
                before.version(),
                null,
                null);
    }

    /** Which numbers a kind uses is what it had before. */
    private static void check(Rule before, Rule after) {
        Problem faults = Problem.of(KernelProblem.INVALID_INPUT);
        if (!after.on() && (after.offReason() == null || after.offReason().isBlank())) {
            faults.field("reason", "required", "停用规则须写明理由。", "Say why the rule is switched off.");
        }
        within(faults, "limit", before.limit(), after.limit(), 1, 2_000);
        within(faults, "windowMinutes", before.windowMinutes(), after.windowMinutes(), 1, 1_440);
        within(faults, "days", before.days(), after.days(), 1, 730);
        within(faults, "factor", before.factor(), after.factor(), 1, 100);
        night(faults, "nightFrom", before.nightFrom(), after.nightFrom());
        night(faults, "nightUntil", before.nightUntil(), after.nightUntil());
        if (!faults.fields().isEmpty()) {
            throw faults;
        }
    }

    private static void within(
            Problem faults,
            String name,
            @Nullable Number before,
            @Nullable Number after,
            int least,
            int most) {
        boolean used = before != null;
        boolean fits =
                after == null
                        ? !used
                        : used && after.doubleValue() >= least && after.doubleValue() <= most;
        if (!fits) {
            faults.field(
                    name,
                    "out-of-range",
                    "请填 %d 至 %d 之间的数。".formatted(least, most),
                    "Give a number from %d to %d.".formatted(least, most));
        }
    }

    private static void night(
            Problem faults, String name, @Nullable LocalTime before, @Nullable LocalTime after) {
        if ((before == null) != (after == null)) {
            faults.field(name, "required", "请填时刻，例如 22:00。", "Give a time, such as 22:00.");
        }
    }

    private static UUID id(RuleKind kind) {
        return UUID.nameUUIDFromBytes(("alert-rule/" + kind).getBytes(StandardCharsets.UTF_8));
    }
}
