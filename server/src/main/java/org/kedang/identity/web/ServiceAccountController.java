package org.kedang.identity.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.kedang.identity.ServiceAccounts;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Permission;
import org.kedang.kernel.PlainText;
import org.kedang.kernel.Requires;
import org.kedang.kernel.SignedIn;
import org.kedang.kernel.StepUp;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import java.net.URI;
import java.util.List;
import java.util.UUID;

@RestController
class ServiceAccountController {
    record NewServiceAccount(
            @NotNull(message = "required")
                    @Pattern(regexp = PeopleController.USER_NAME, message = "user-name")
                    String userName,
            @PlainText(max = 60, required = true) String name,
            @NotNull(message = "required") UUID departmentId,
            @NotNull(message = "required") UUID keeperId) {}

    record Keeper(@NotNull(message = "required") UUID keeperId) {}

    record ServiceAccountList(List<ServiceAccounts.ServiceAccount> items) {}

    private final ServiceAccounts accounts;

    ServiceAccountController(ServiceAccounts accounts) {
        this.accounts = accounts;
    }

    /** Those one answers for; all of them for who manages people. */
    @SignedIn
    @GetMapping("/api/service-accounts")
    ServiceAccountList list(Actor actor) {
        return new ServiceAccountList(accounts.list(actor));
    }

    @Requires(Permission.PERSON_MANAGE)
    @StepUp
    @PostMapping("/api/service-accounts")
    ResponseEntity<ServiceAccounts.ServiceAccount> add(
            @Valid @RequestBody NewServiceAccount request, Actor actor) {
        UUID id =
                accounts.add(
                        actor,
                        request.userName(),
                        request.name(),
                        request.departmentId(),
                        request.keeperId());
        return ResponseEntity.created(URI.create("/api/service-accounts/" + id))
                .body(accounts.get(actor, id));
    }

    @Requires(Permission.PERSON_MANAGE)
    @StepUp
    @PutMapping("/api/service-accounts/{id}/keeper")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void giveTo(@PathVariable UUID id, @Valid @RequestBody Keeper request, Actor actor) {
        accounts.giveTo(actor, id, request.keeperId());
    }
}
