package org.kedang.identity.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.kedang.identity.FieldAccess;
import org.kedang.identity.SensitiveField;
import org.kedang.identity.SettingFieldRules;
import org.kedang.identity.SettingFieldRules.FieldRule;
import org.kedang.identity.SettingFieldRules.RoleFields;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Permission;
import org.kedang.kernel.PlainText;
import org.kedang.kernel.Requires;
import org.kedang.kernel.SignedIn;
import org.kedang.kernel.StepUp;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;

@RestController
class FieldRuleController {
    record WishedRule(
            @NotNull(message = "required") SensitiveField field,
            @NotNull(message = "required") FieldAccess access) {
        FieldRule rule() {
            return new FieldRule(field, access);
        }
    }

    record FieldRulesRequest(
            @NotEmpty(message = "required") @Size(max = 20, message = "too-many:20")
                    List<@Valid WishedRule> fields,
            @PlainText(max = 500, required = true, multiline = true) String reason) {}

    record FieldRuleMatrix(List<RoleFields> items) {}

    record OwnFieldRules(List<FieldRule> fields) {}

    private final SettingFieldRules rules;

    FieldRuleController(SettingFieldRules rules) {
        this.rules = rules;
    }

    /** Role × sensitive field. */
    @Requires(Permission.ROLE_GRANT)
    @GetMapping("/api/field-rules")
    FieldRuleMatrix listRules() {
        return new FieldRuleMatrix(rules.list());
    }

    /** What the asker may do with each sensitive field; forms need it. */
    @SignedIn
    @GetMapping("/api/field-rules/mine")
    OwnFieldRules listOwnRules(Actor actor) {
        return new OwnFieldRules(rules.listOf(actor));
    }

    /** Narrows a role's rules at once; widening is refused here and goes by a rights request. */
    @Requires(Permission.ROLE_GRANT)
    @StepUp
    @PutMapping("/api/field-rules/{role}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void setRules(
            @PathVariable String role, @Valid @RequestBody FieldRulesRequest request, Actor actor) {
        rules.set(
                actor,
                role,
                request.fields().stream().map(WishedRule::rule).toList(),
                request.reason(),
                null);
    }
}
