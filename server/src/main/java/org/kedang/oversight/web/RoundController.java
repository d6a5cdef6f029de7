package org.kedang.oversight.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.kedang.kernel.Actor;
import org.kedang.kernel.Listing;
import org.kedang.kernel.Paging;
import org.kedang.kernel.Permission;
import org.kedang.kernel.PlainText;
import org.kedang.kernel.Requires;
import org.kedang.kernel.StepUp;
import org.kedang.oversight.AuditFinding;
import org.kedang.oversight.AuditRound;
import org.kedang.oversight.AuditRounds;
import org.kedang.oversight.EventRef;
import org.kedang.oversight.NewFinding;
import org.kedang.oversight.ReviewRule;
import org.kedang.oversight.ReviewRules;
import org.kedang.oversight.ReviewingLog;
import org.kedang.oversight.RoundSample;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Review rounds of the log. */
@RestController
class RoundController {
    record AuditRoundList(List<AuditRound> items) {}

    record OpenedRound(UUID id) {}

    record RoundSpan(
            @NotNull(message = "required") LocalDate first,
            @NotNull(message = "required") LocalDate last) {}

    record SomeEvent(
            @NotNull(message = "required") UUID id, @NotNull(message = "required") Instant at) {
        EventRef ref() {
            return new EventRef(id, at);
        }
    }

    record RoundChecks(
            @NotEmpty(message = "required") @Size(max = 200, message = "too-many:200")
                    List<@Valid @NotNull(message = "required") SomeEvent> events) {}

    record FindingText(
            @NotNull(message = "required") AuditFinding.Severity severity,
            @PlainText(max = 2000, required = true, multiline = true) String finding,
            @NotNull(message = "required") @Size(max = 50, message = "too-many:50")
                    List<@Valid @NotNull(message = "required") SomeEvent> events,
            @NotNull(message = "required") UUID responsible,
            @NotNull(message = "required") LocalDate dueOn) {
        NewFinding wish() {
            return new NewFinding(
                    severity,
                    finding,
                    events.stream().map(SomeEvent::ref).distinct().toList(),
                    responsible,
                    dueOn);
        }
    }

    record RoundConclusion(
            @PlainText(max = 2000, required = true, multiline = true) String conclusion) {}

    record RoundRemark(@PlainText(max = 2000, required = true, multiline = true) String remark) {}

    record ReviewRuleChange(
            @NotNull(message = "required") ReviewRule.Every every,
            @Min(value = 1, message = "out-of-range:1–500")
                    @Max(value = 500, message = "out-of-range:1–500")
                    int sampleSize,
            @Min(value = 0, message = "out-of-range:0–23")
                    @Max(value = 23, message = "out-of-range:0–23")
                    int nightFrom,
            @Min(value = 0, message = "out-of-range:0–23")
                    @Max(value = 23, message = "out-of-range:0–23")
                    int nightUntil) {
        ReviewRule rule() {
            return new ReviewRule(every, sampleSize, nightFrom, nightUntil);
        }
    }

    private final ReviewingLog reviewing;
    private final AuditRounds rounds;
    private final ReviewRules rules;

    RoundController(ReviewingLog reviewing, AuditRounds rounds, ReviewRules rules) {
        this.reviewing = reviewing;
        this.rounds = rounds;
        this.rules = rules;
    }

    @Requires(Permission.AUDIT_REVIEW)
    @GetMapping("/api/audit-rounds")
    AuditRoundList list() {
        return new AuditRoundList(rounds.list());
    }

    /** Opens a round over a span of days and draws its sample. */
    @Requires(Permission.AUDIT_REVIEW)
    @PostMapping("/api/audit-rounds")
    ResponseEntity<OpenedRound> open(@Valid @RequestBody RoundSpan span, Actor actor) {
        UUID id = reviewing.open(actor, span.first(), span.last());
        return ResponseEntity.created(URI.create("/api/audit-rounds/" + id))
                .body(new OpenedRound(id));
    }

    @Requires(Permission.AUDIT_REVIEW)
    @GetMapping("/api/audit-rounds/{id}")
    ReviewingLog.Whole read(@PathVariable UUID id, Actor actor) {
        return reviewing.read(actor, id);
    }

    @Requires(Permission.AUDIT_REVIEW)
    @GetMapping("/api/audit-rounds/{id}/samples")
    Listing<RoundSample> samples(
            @PathVariable UUID id,
            @RequestParam RoundSample.Kind kind,
            Paging paging,
            Actor actor) {
        return reviewing.samples(actor, id, kind, paging);
    }

    /** Marks events as looked at, all of them or none. */
    @Requires(Permission.AUDIT_REVIEW)
    @PostMapping("/api/audit-rounds/{id}/checks")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void check(@PathVariable UUID id, @Valid @RequestBody RoundChecks checks, Actor actor) {
        reviewing.check(
                actor, id, checks.events().stream().map(SomeEvent::ref).distinct().toList());
    }

    @Requires(Permission.AUDIT_REVIEW)
    @PostMapping("/api/audit-rounds/{id}/findings")
    @ResponseStatus(HttpStatus.CREATED)
    OpenedRound find(@PathVariable UUID id, @Valid @RequestBody FindingText text, Actor actor) {
        return new OpenedRound(reviewing.find(actor, id, text.wish()));
    }

    /** Signs; from then on the round stays as it is. */
    @Requires(Permission.AUDIT_REVIEW)
    @StepUp
    @PostMapping("/api/audit-rounds/{id}/signature")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void sign(@PathVariable UUID id, @Valid @RequestBody RoundConclusion conclusion, Actor actor) {
        reviewing.sign(actor, id, conclusion.conclusion());
    }

    @Requires(Permission.AUDIT_REVIEW)
    @PostMapping("/api/audit-rounds/{id}/remarks")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remark(@PathVariable UUID id, @Valid @RequestBody RoundRemark remark, Actor actor) {
        reviewing.remark(actor, id, remark.remark());
    }

    @Requires(Permission.AUDIT_REVIEW)
    @GetMapping("/api/review-rule")
    ReviewRule rule() {
        return rules.current();
    }

    @Requires(Permission.AUDIT_REVIEW)
    @StepUp
    @PutMapping("/api/review-rule")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changeRule(@Valid @RequestBody ReviewRuleChange change, Actor actor) {
        rules.change(actor, change.rule());
    }
}
