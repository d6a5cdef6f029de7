package org.kedang.alert;

import org.jspecify.annotations.Nullable;
import org.kedang.audit.Audit;
import org.kedang.audit.DeclaredActs;
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
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Changes what counts as unusual, or switches a rule off and says why. */
@Service
public class AdjustingRules {
    /**
     * A rule's new numbers; those that its kind does not use must be absent, the others present.
     *
     * @param acts which deeds it looks at from now on; {@code null} for those it looks at now
     * @param reason why; needed to switch a rule off or to let it look at other deeds
     */
    public record Adjustment(
            boolean on,
            @Nullable Integer limit,
            @Nullable Integer windowMinutes,
            @Nullable Integer days,
            @Nullable Double factor,
            @Nullable LocalTime nightFrom,
            @Nullable LocalTime nightUntil,
            @Nullable List<String> acts,
            @Nullable String reason) {}

    private static final int MOST_ACTS = 100;

    /** Kinds of deeds that rules look at from the beginning, though not every house has any. */
    private static final Set<String> KINDS = Set.of("*", "*.exported", "*.printed");

    private final Rules rules;
    private final DeclaredActs declared;
    private final Audit audit;
    private final Clock clock;

    AdjustingRules(Rules rules, DeclaredActs declared, Audit audit, Clock clock) {
        this.rules = rules;
        this.declared = declared;
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
        if (!after.acts().equals(before.acts()) && isBlank(wanted.reason())) {
            throw Problem.invalid(
                    "reason", "required", "改变所看的操作须写明理由。", "Say why it looks at other deeds.");
        }
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
                        .change("nightUntil", before.nightUntil(), after.nightUntil())
                        .change("acts", words(before.acts()), words(after.acts())));
    }

    /**
     * The rule as it would be.
     *
     * @throws Problem {@code invalid-input}
     */
    Rule checked(Rule before, Adjustment wanted) {
        Rule after = after(before, wanted);
        check(before, after);
        return after;
    }

    private static String words(List<String> acts) {
        return String.join(", ", acts);
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
                wanted.acts() == null ? before.acts() : List.copyOf(wanted.acts()),
                before.version(),
                null,
                null);
    }

    /** Which numbers a kind uses is what it had before. */
    private void check(Rule before, Rule after) {
        Problem faults = Problem.of(KernelProblem.INVALID_INPUT);
        if (!after.on() && isBlank(after.offReason())) {
            faults.field("reason", "required", "停用规则须写明理由。", "Say why the rule is switched off.");
        }
        within(faults, "limit", before.limit(), after.limit(), 1, 2_000);
        within(faults, "windowMinutes", before.windowMinutes(), after.windowMinutes(), 1, 1_440);
        within(faults, "days", before.days(), after.days(), 1, 730);
        within(faults, "factor", before.factor(), after.factor(), 1, 100);
        night(faults, "nightFrom", before.nightFrom(), after.nightFrom());
        night(faults, "nightUntil", before.nightUntil(), after.nightUntil());
        acts(faults, before.acts(), after.acts());
        if (!faults.fields().isEmpty()) {
            throw faults;
        }
    }

    private void acts(Problem faults, List<String> before, List<String> after) {
        boolean fits =
                !after.isEmpty()
                        && after.size() <= MOST_ACTS
                        && Set.copyOf(after).size() == after.size()
                        && after.stream().allMatch(one -> before.contains(one) || exists(one));
        if (!fits) {
            faults.field(
                    "acts",
                    "unknown-act",
                    "请选择 1 至 %d 种操作，或一类操作。".formatted(MOST_ACTS),
                    "Choose 1 to %d deeds, or a kind of deeds.".formatted(MOST_ACTS));
        }
    }

    private boolean exists(String act) {
        return KINDS.contains(act)
                || (act.startsWith("*.")
                        ? declared.slugs().stream().anyMatch(one -> one.endsWith(act.substring(1)))
                        : declared.slugs().contains(act));
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

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static UUID id(RuleKind kind) {
        return UUID.nameUUIDFromBytes(("alert-rule/" + kind).getBytes(StandardCharsets.UTF_8));
    }
}
