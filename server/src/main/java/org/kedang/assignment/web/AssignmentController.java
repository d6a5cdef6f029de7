package org.kedang.assignment.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.kedang.assignment.Assigning;
import org.kedang.assignment.AssignmentAct;
import org.kedang.assignment.AssignmentRule;
import org.kedang.assignment.AssignmentRules;
import org.kedang.assignment.AssignmentRules.RuleSet;
import org.kedang.assignment.Proposal;
import org.kedang.audit.Audit;
import org.kedang.audit.Entry;
import org.kedang.identity.Directory;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Permission;
import org.kedang.kernel.Problem;
import org.kedang.kernel.Requires;
import org.kedang.kernel.Version;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

@RestController
class AssignmentController {
    record AssignmentRulesWanted(
            @NotNull(message = "required") @Size(max = 50, message = "too-many:50")
                    List<@Valid @NotNull(message = "required") AssignmentRule> rules) {}

    /**
     * A customer as it might be entered.
     *
     * @param rules those to be tried; the ones in force if not given
     */
    record AssignmentTrial(
            @NotNull(message = "required") UUID collector,
            @Nullable @Size(max = 6, message = "too-long:6") String regionCode,
            @Nullable @Size(max = 50, message = "too-many:50")
                    List<@Valid @NotNull(message = "required") AssignmentRule> rules) {}

    private final AssignmentRules rules;
    private final Assigning assigning;
    private final Directory directory;
    private final Audit audit;

    AssignmentController(
            AssignmentRules rules, Assigning assigning, Directory directory, Audit audit) {
        this.rules = rules;
        this.assigning = assigning;
        this.directory = directory;
        this.audit = audit;
    }

    @Requires(Permission.PROCESS_MANAGE)
    @GetMapping("/api/assignment-rules")
    ResponseEntity<RuleSet> current() {
        return answer(rules.current());
    }

    /** Replaces the whole list, in the order in which the rules are asked. */
    @Requires(Permission.PROCESS_MANAGE)
    @PutMapping("/api/assignment-rules")
    ResponseEntity<RuleSet> replace(
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody AssignmentRulesWanted wanted,
            Actor actor) {
        return answer(rules.replace(actor, Version.ofIfMatch(ifMatch), wanted.rules()));
    }

    private static ResponseEntity<RuleSet> answer(RuleSet set) {
        return ResponseEntity.ok().eTag(new Version(set.version()).etag()).body(set);
    }

    /** Who would get it, and why; nothing is kept. */
    @Requires(Permission.PROCESS_MANAGE)
    @PostMapping("/api/assignment-rules/try")
    Proposal attempt(@Valid @RequestBody AssignmentTrial trial, Actor actor) {
        if (directory.personName(trial.collector()).isEmpty()) {
            throw Problem.invalid("collector", "unknown", "没有此人。", "There is no such person.");
        }
        audit.recordRead(Entry.of(actor, AssignmentAct.TRIED));
        return assigning.propose(
                Objects.requireNonNullElseGet(trial.rules(), () -> rules.current().rules()),
                trial.collector(),
                trial.regionCode());
    }
}
