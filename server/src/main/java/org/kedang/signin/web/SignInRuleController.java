package org.kedang.signin.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.kedang.kernel.Actor;
import org.kedang.kernel.Permission;
import org.kedang.kernel.Requires;
import org.kedang.kernel.StepUp;
import org.kedang.signin.SignInRules;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;

@RestController
class SignInRuleController {
    /** The caller's own address is a help for filling in. */
    record SignInRuleList(List<SignInRules.Rule> items, String yourAddress) {}

    record SignInRuleChange(
            @NotNull(message = "required") @Size(max = 50, message = "too-many:50")
                    List<
                                    @NotNull(message = "required")
                                    @Size(max = 60, message = "too-long:60") String>
                            networks,
            boolean secondStep) {}

    private final SignInRules rules;

    SignInRuleController(SignInRules rules) {
        this.rules = rules;
    }

    @Requires(Permission.NETWORK_MANAGE)
    @GetMapping("/api/sign-in-rules")
    SignInRuleList list(Actor actor) {
        String address = actor.address();
        return new SignInRuleList(rules.list(), address == null ? "" : address);
    }

    @Requires(Permission.NETWORK_MANAGE)
    @StepUp
    @PutMapping("/api/sign-in-rules/{role}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void change(
            @PathVariable String role, @Valid @RequestBody SignInRuleChange change, Actor actor) {
        rules.change(actor, role, change.networks(), change.secondStep());
    }
}
