package org.kedang.grading.web;

import io.swagger.v3.oas.annotations.media.Schema;

import jakarta.validation.Valid;

import org.jspecify.annotations.Nullable;
import org.kedang.approval.Submitting.Submitted;
import org.kedang.audit.Audit;
import org.kedang.audit.Entry;
import org.kedang.customer.CustomerSummary;
import org.kedang.customer.ReachingCustomers;
import org.kedang.form.Label;
import org.kedang.grading.ExplainingGrade;
import org.kedang.grading.GradeFact;
import org.kedang.grading.GradingAct;
import org.kedang.grading.GradingRuns;
import org.kedang.grading.PreviewingRules;
import org.kedang.grading.PreviewingRules.GradeFilter;
import org.kedang.grading.WritingRules;
import org.kedang.identity.Visibilities;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Listing;
import org.kedang.kernel.Paging;
import org.kedang.kernel.Permission;
import org.kedang.kernel.Requires;
import org.kedang.kernel.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import java.net.URI;
import java.util.List;
import java.util.UUID;

@RestController
class GradingController {
    /** What rules can look at, without how it is found. */
    @Schema(name = "GradeFact")
    record Fact(String code, Label label, GradeFact.Type type, List<Option> options) {}

    @Schema(name = "GradeFactOption")
    record Option(String value, Label label) {}

    record GradeFactList(List<Fact> items) {}

    record GradeRulesList(List<WritingRules.View> items) {}

    record GradeRunList(List<GradingRuns.View> items) {}

    /** The request that was submitted. */
    record GradeRulesAsked(UUID id, String number) {}

    private final WritingRules writing;
    private final PreviewingRules previewing;
    private final ExplainingGrade explaining;
    private final GradingRuns runs;
    private final ReachingCustomers reaching;
    private final Visibilities visibilities;
    private final Audit audit;

    GradingController(
            WritingRules writing,
            PreviewingRules previewing,
            ExplainingGrade explaining,
            GradingRuns runs,
            ReachingCustomers reaching,
            Visibilities visibilities,
            Audit audit) {
        this.writing = writing;
        this.previewing = previewing;
        this.explaining = explaining;
        this.runs = runs;
        this.reaching = reaching;
        this.visibilities = visibilities;
        this.audit = audit;
    }

    @SignedIn
    @GetMapping("/api/grading/facts")
    GradeFactList facts() {
        return new GradeFactList(writing.facts().stream().map(GradingController::fact).toList());
    }

    private static Fact fact(GradeFact fact) {
        return new Fact(
                fact.code(),
                fact.label(),
                fact.type(),
                fact.options().stream().map(one -> new Option(one.value(), one.label())).toList());
    }

    /** All versions of the rules, newest first. */
    @Requires(Permission.GRADING_MANAGE)
    @GetMapping("/api/grading/rules")
    GradeRulesList rules() {
        return new GradeRulesList(writing.list());
    }

    /** Saves a draft as a new version, in place of the draft before. */
    @Requires(Permission.GRADING_MANAGE)
    @PostMapping("/api/grading/rules")
    ResponseEntity<WritingRules.View> save(
            @Valid @RequestBody WritingRules.Draft draft, Actor actor) {
        WritingRules.View saved = writing.save(actor, draft);
        return ResponseEntity.created(URI.create("/api/grading/rules/" + saved.id())).body(saved);
    }

    @Requires(Permission.GRADING_MANAGE)
    @DeleteMapping("/api/grading/draft")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void drop(Actor actor) {
        writing.drop(actor);
    }

    /** Asks a second person to adopt the draft. */
    @Requires(Permission.GRADING_MANAGE)
    @PostMapping("/api/grading/draft/requests")
    ResponseEntity<GradeRulesAsked> ask(@Valid @RequestBody WritingRules.Wish wish, Actor actor) {
        Submitted request = writing.ask(actor, wish);
        return ResponseEntity.created(URI.create("/api/approvals/" + request.id()))
                .body(new GradeRulesAsked(request.id(), request.number()));
    }

    /** How many customers would have which grade; numbers only. */
    @Requires(Permission.GRADING_MANAGE)
    @GetMapping("/api/grading/rules/{id}/preview")
    PreviewingRules.Preview preview(@PathVariable UUID id) {
        return previewing.preview(id);
    }

    /** The customers that would get another grade, as far as the reader may see them. */
    @Requires(Permission.GRADING_MANAGE)
    @GetMapping("/api/grading/rules/{id}/movers")
    Listing<PreviewingRules.Mover> movers(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable GradeFilter from,
            @RequestParam(required = false) @Nullable GradeFilter to,
            Paging paging,
            Actor actor) {
        Listing<PreviewingRules.Mover> found =
                previewing.listMovers(
                        id, from, to, paging, visibilities.of(actor, Permission.CUSTOMER_READ));
        audit.recordRead(Entry.of(actor, GradingAct.MOVES_LISTED));
        return found;
    }

    /** The newest runs with their progress. */
    @Requires(Permission.GRADING_MANAGE)
    @GetMapping("/api/grading/runs")
    GradeRunList runs() {
        return new GradeRunList(runs.list());
    }

    /** Grades all customers now by the rules in force. */
    @Requires(Permission.GRADING_MANAGE)
    @PostMapping("/api/grading/runs")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void start(Actor actor) {
        runs.startAnew(actor);
    }

    @Requires(Permission.GRADING_MANAGE)
    @PostMapping("/api/grading/runs/{id}/cancel")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(@PathVariable UUID id, Actor actor) {
        runs.cancel(actor, id);
    }

    /** What the rules in force say of the customer, and why. */
    @Requires(Permission.CUSTOMER_READ)
    @GetMapping("/api/customers/{id}/grade-reason")
    ExplainingGrade.Reason reason(@PathVariable UUID id, Actor actor) {
        CustomerSummary customer = reaching.get(actor, id);
        audit.recordRead(
                Entry.of(actor, GradingAct.EXPLAINED)
                        .subject("customer", id, customer.name())
                        .customer(id));
        return explaining.explain(id);
    }
}
