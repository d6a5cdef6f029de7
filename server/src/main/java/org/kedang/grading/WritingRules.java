package org.kedang.grading;

import io.swagger.v3.oas.annotations.media.Schema;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import org.jspecify.annotations.Nullable;
import org.kedang.approval.NewRequest;
import org.kedang.approval.Submitting;
import org.kedang.approval.Submitting.Submitted;
import org.kedang.audit.Audit;
import org.kedang.audit.Entry;
import org.kedang.form.FormValues;
import org.kedang.grading.RuleVersions.Row;
import org.kedang.grading.RuleVersions.State;
import org.kedang.identity.Directory;
import org.kedang.kernel.Actor;
import org.kedang.kernel.PlainText;
import org.kedang.kernel.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Drafting rules and asking that they be adopted; each saving is a version that never changes. */
@Service
public class WritingRules {
    private static final int LATEST_YEARS = 2;

    /**
     * What is saved.
     *
     * @param basedOn the newest version that the writer has seen, 0 if there was none
     * @param note why
     */
    @Schema(name = "GradeDraft")
    public record Draft(
            @NotNull(message = "required") @Valid GradeRules rules,
            @NotNull(message = "required") Integer basedOn,
            @PlainText(max = 500, required = true, multiline = true) String note) {}

    /**
     * From when on the draft shall count.
     *
     * @param version that is meant, so that nobody asks for what he has not seen
     */
    @Schema(name = "GradeWish")
    public record Wish(
            @NotNull(message = "required") Integer version,
            @NotNull(message = "required") LocalDate fromDay,
            @Nullable @PlainText(max = 500, multiline = true) String reason) {}

    /** Where a version stands. */
    @Schema(name = "GradeRulesState")
    public enum Standing {
        DRAFT,
        ASKED,
        /** Adopted, and its first day has not come. */
        COMING,
        IN_FORCE,
        /** Another version counts now. */
        PAST,
        DROPPED
    }

    /** A version as people see it. */
    @Schema(name = "GradeRulesVersion")
    public record View(
            UUID id,
            int version,
            Standing state,
            GradeRules rules,
            String note,
            @Nullable LocalDate fromDay,
            String madeByName,
            Instant madeAt,
            @Nullable UUID requestId,
            @Nullable String adoptedByName,
            @Nullable Instant adoptedAt) {}

    private final RuleVersions versions;
    private final KnownFacts facts;
    private final Submitting submitting;
    private final Directory directory;
    private final Audit audit;

    WritingRules(
            RuleVersions versions,
            KnownFacts facts,
            Submitting submitting,
            Directory directory,
            Audit audit) {
        this.versions = versions;
        this.facts = facts;
        this.submitting = submitting;
        this.directory = directory;
        this.audit = audit;
    }

    /** What rules can look at. */
    public List<GradeFact> facts() {
        return facts.list();
    }

    /** All versions, newest first. */
    public List<View> list() {
        Optional<UUID> inForce = versions.findInForce().map(Row::id);
        return versions.list().stream().map(row -> view(row, inForce)).toList();
    }

    /**
     * Saves a draft in place of the one before.
     *
     * @throws Problem {@code invalid-input}, {@code grade-rules-changed-since}, {@code
     *     grade-rules-under-decision}
     */
    @Transactional
    public View save(Actor by, Draft draft) {
        facts.check(draft.rules());
        versions.lock();
        if (versions.newest() != draft.basedOn()) {
            throw Problem.of(GradingProblem.CHANGED_SINCE, versions.newest());
        }
        versions.findOpen().ifPresent(this::replace);
        Row saved = versions.get(versions.add(draft.rules(), draft.note().strip(), by.id()));
        audit.record(about(by, GradingAct.DRAFTED, saved).reason(saved.note()));
        return view(saved, Optional.empty());
    }

    private void replace(Row open) {
        if (open.state() == State.ASKED) {
            throw Problem.of(GradingProblem.UNDER_DECISION, open.version());
        }
        versions.move(open.id(), State.DROPPED);
    }

    /**
     * Throws the draft away.
     *
     * @throws Problem {@code no-grade-draft}
     */
    @Transactional
    public void drop(Actor by) {
        versions.lock();
        Row draft =
                versions.findOpen()
                        .filter(row -> row.state() == State.DRAFT)
                        .orElseThrow(() -> Problem.of(GradingProblem.NO_DRAFT));
        versions.move(draft.id(), State.DROPPED);
        audit.record(about(by, GradingAct.DROPPED, draft));
    }

    /**
     * Asks a second person.
     *
     * @throws Problem {@code no-grade-draft}, {@code invalid-input}
     */
    @Transactional
    public Submitted ask(Actor by, Wish wish) {
        requireDay(wish.fromDay());
        versions.lock();
        Row draft =
                versions.findVersion(wish.version())
                        .filter(row -> row.state() == State.DRAFT)
                        .orElseThrow(() -> Problem.of(GradingProblem.NO_DRAFT));
        versions.ask(draft.id(), wish.fromDay());
        Submitted request =
                submitting.submit(
                        by,
                        new NewRequest(
                                AdoptingRules.CODE,
                                new FormValues(
                                        Map.of(
                                                AdoptingRules.VERSION,
                                                wish.version(),
                                                AdoptingRules.FROM_DAY,
                                                wish.fromDay().toString())),
                                wish.reason() == null || wish.reason().isBlank()
                                        ? draft.note()
                                        : wish.reason(),
                                Map.of()));
        versions.waitFor(draft.id(), request.id());
        audit.record(
                about(by, GradingAct.ASKED, draft)
                        .request(request.id())
                        .change("fromDay", null, wish.fromDay()));
        return request;
    }

    private void requireDay(LocalDate day) {
        LocalDate today = versions.today();
        if (day.isBefore(today) || day.isAfter(today.plusYears(LATEST_YEARS))) {
            throw Problem.invalid(
                    "fromDay",
                    "out-of-range",
                    "生效日期须在今天至两年之内。",
                    "Choose a day between today and two years from now.");
        }
    }

    static Entry about(Actor by, GradingAct act, Row rules) {
        return Entry.of(by, act).subject("gradeRules", rules.id(), title(rules));
    }

    static String title(Row rules) {
        return "定级规则第 " + rules.version() + " 版";
    }

    private View view(Row row, Optional<UUID> inForce) {
        return new View(
                row.id(),
                row.version(),
                standing(row, inForce),
                row.rules(),
                row.note(),
                row.fromDay(),
                directory.personName(row.madeBy()),
                row.madeAt(),
                row.requestId(),
                row.adoptedBy() == null ? null : directory.personName(row.adoptedBy()),
                row.adoptedAt());
    }

    private Standing standing(Row row, Optional<UUID> inForce) {
        return switch (row.state()) {
            case DRAFT -> Standing.DRAFT;
            case ASKED -> Standing.ASKED;
            case DROPPED -> Standing.DROPPED;
            case ADOPTED -> {
                if (inForce.filter(row.id()::equals).isPresent()) {
                    yield Standing.IN_FORCE;
                }
                boolean coming = row.fromDay() != null && row.fromDay().isAfter(versions.today());
                yield coming ? Standing.COMING : Standing.PAST;
            }
        };
    }
}
