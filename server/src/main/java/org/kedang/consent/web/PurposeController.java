package org.kedang.consent.web;

import io.swagger.v3.oas.annotations.media.Schema;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.jspecify.annotations.Nullable;
import org.kedang.consent.KeepingPurposes;
import org.kedang.consent.Purpose;
import org.kedang.consent.PurposeFields;
import org.kedang.consent.Purposes;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Permission;
import org.kedang.kernel.Requires;
import org.kedang.kernel.SignedIn;
import org.kedang.kernel.Version;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

import java.net.URI;
import java.util.List;
import java.util.UUID;

@RestController
class PurposeController {
    @Schema(name = "ConsentPurposeList")
    record PurposeList(List<Purpose> items) {}

    @Schema(name = "NewConsentPurpose")
    record NewPurpose(
            @NotNull(message = "required")
                    @Pattern(regexp = "[a-z][a-z0-9-]{0,39}", message = "wrong-format")
                    String code,
            @NotNull(message = "required") @Valid PurposeFields fields) {}

    private final Purposes purposes;
    private final KeepingPurposes keeping;

    PurposeController(Purposes purposes, KeepingPurposes keeping) {
        this.purposes = purposes;
        this.keeping = keeping;
    }

    @SignedIn
    @GetMapping("/api/consent-purposes")
    PurposeList list() {
        return new PurposeList(purposes.list());
    }

    @Requires(Permission.PRIVACY_MANAGE)
    @PostMapping("/api/consent-purposes")
    ResponseEntity<Purpose> add(@Valid @RequestBody NewPurpose request, Actor actor) {
        Purpose added = keeping.add(actor, request.code(), request.fields());
        return ResponseEntity.created(URI.create("/api/consent-purposes/" + added.id()))
                .body(added);
    }

    @Requires(Permission.PRIVACY_MANAGE)
    @PutMapping("/api/consent-purposes/{id}")
    Purpose change(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody PurposeFields request,
            Actor actor) {
        return keeping.change(actor, id, Version.ofIfMatch(ifMatch).number(), request);
    }
}
