package org.kedang.alert.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.kedang.alert.AdjustingRules;
import org.kedang.alert.Rule;
import org.kedang.alert.RuleKind;
import org.kedang.alert.Rules;
import org.kedang.alert.TryingRules;
import org.kedang.alert.TryingRules.AlertPreview;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Permission;
import org.kedang.kernel.PlainText;
import org.kedang.kernel.Requires;
import org.kedang.kernel.Version;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

import java.time.LocalTime;
import java.util.List;

@RestController
class RuleController {
    record AlertRules(List<Rule> items) {}

    record RuleRequest(
            boolean on,
            @Nullable Integer limit,
            @Nullable Integer windowMinutes,
            @Nullable Integer days,
            @Nullable Double factor,
            @Nullable LocalTime nightFrom,
            @Nullable LocalTime nightUntil,
            @Nullable @Size(max = 100) List<@PlainText(max = 100) String> acts,
            @Nullable @PlainText(max = 500, multiline = true) String reason) {

        AdjustingRules.Adjustment adjustment() {
            return new AdjustingRules.Adjustment(
                    on, limit, windowMinutes, days, factor, nightFrom, nightUntil, acts, reason);
        }
    }

    private final Rules rules;
    private final AdjustingRules adjusting;
    private final TryingRules trying;

    RuleController(Rules rules, AdjustingRules adjusting, TryingRules trying) {
        this.rules = rules;
        this.adjusting = adjusting;
        this.trying = trying;
    }

    @Requires(Permission.AUDIT_REVIEW)
    @GetMapping("/api/alert-rules")
    AlertRules listRules() {
        return new AlertRules(rules.list());
    }

    @Requires(Permission.AUDIT_REVIEW)
    @PutMapping("/api/alert-rules/{kind}")
    AlertRules adjust(
            @PathVariable RuleKind kind,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody RuleRequest request,
            Actor actor) {
        adjusting.adjust(actor, kind, Version.ofIfMatch(ifMatch), request.adjustment());
        return listRules();
    }

    /** What these numbers would have given in the last 30 days; nothing changes. */
    @Requires(Permission.AUDIT_REVIEW)
    @PostMapping("/api/alert-rules/{kind}/preview")
    AlertPreview preview(@PathVariable RuleKind kind, @Valid @RequestBody RuleRequest request) {
        return trying.preview(kind, request.adjustment());
    }
}
