package org.kedang.privacy.web;

import io.swagger.v3.oas.annotations.media.Schema;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import org.jspecify.annotations.Nullable;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Listing;
import org.kedang.kernel.Paging;
import org.kedang.kernel.Permission;
import org.kedang.kernel.PlainText;
import org.kedang.kernel.Requires;
import org.kedang.kernel.StepUp;
import org.kedang.privacy.CaseAnswer;
import org.kedang.privacy.CaseKind;
import org.kedang.privacy.CaseState;
import org.kedang.privacy.CaseStep;
import org.kedang.privacy.HandlingCases;
import org.kedang.privacy.IdentityProof;
import org.kedang.privacy.MakingCopies;
import org.kedang.privacy.NewCase;
import org.kedang.privacy.RightsCase;
import org.kedang.privacy.RightsCases;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

@RestController
class RightsCaseController {
    @Schema(name = "RightsCaseWhole")
    record Whole(RightsCase rightsCase, List<CaseStep> steps) {}

    @Schema(name = "RightsCaseIdentity")
    record Identity(
            @NotNull(message = "required") IdentityProof proof,
            @PlainText(max = 500, required = true, multiline = true) String note) {}

    @Schema(name = "RightsCaseGiven")
    record Given(
            @NotNull(message = "required") UUID responsibleId,
            @PlainText(max = 500, required = true, multiline = true) String reason) {}

    @Schema(name = "RightsCaseNote")
    record Note(@PlainText(max = 2000, required = true, multiline = true) String text) {}

    private final HandlingCases handling;
    private final MakingCopies copies;

    RightsCaseController(HandlingCases handling, MakingCopies copies) {
        this.handling = handling;
        this.copies = copies;
    }

    /**
     * @param waiting only those that wait for an answer
     * @param late only open ones whose last day is over
     * @param mine only those that the reader answers for
     */
    @Requires(Permission.CUSTOMER_READ)
    @GetMapping("/api/rights-cases")
    Listing<RightsCase> list(
            @RequestParam(required = false) @Nullable CaseState state,
            @RequestParam(required = false) @Nullable CaseKind kind,
            @RequestParam(required = false) @Nullable UUID customerId,
            @RequestParam(required = false) @Nullable @PlainText(max = 100) String q,
            @RequestParam(defaultValue = "false") boolean waiting,
            @RequestParam(defaultValue = "false") boolean late,
            @RequestParam(defaultValue = "false") boolean mine,
            Paging paging,
            Actor actor) {
        return handling.list(
                actor,
                new RightsCases.Filter(state, kind, customerId, q, waiting, late, mine),
                paging);
    }

    @Requires(Permission.CUSTOMER_WRITE)
    @PostMapping("/api/rights-cases")
    ResponseEntity<Whole> open(@Valid @RequestBody NewCase request, Actor actor) {
        UUID id = handling.open(actor, request);
        return ResponseEntity.created(URI.create("/api/rights-cases/" + id)).body(get(id, actor));
    }

    @Requires(Permission.CUSTOMER_READ)
    @GetMapping("/api/rights-cases/{id}")
    Whole get(@PathVariable UUID id, Actor actor) {
        return new Whole(handling.get(actor, id), handling.listSteps(id));
    }

    @Requires(Permission.CUSTOMER_WRITE)
    @PostMapping("/api/rights-cases/{id}/identity")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void prove(@PathVariable UUID id, @Valid @RequestBody Identity request, Actor actor) {
        handling.prove(actor, id, request.proof(), request.note());
    }

    @Requires(Permission.CUSTOMER_WRITE)
    @PostMapping("/api/rights-cases/{id}/responsible")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void give(@PathVariable UUID id, @Valid @RequestBody Given request, Actor actor) {
        handling.give(actor, id, request.responsibleId(), request.reason());
    }

    @Requires(Permission.CUSTOMER_WRITE)
    @PostMapping("/api/rights-cases/{id}/notes")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void note(@PathVariable UUID id, @Valid @RequestBody Note request, Actor actor) {
        handling.note(actor, id, request.text());
    }

    @Requires(Permission.CUSTOMER_WRITE)
    @PostMapping("/api/rights-cases/{id}/answer")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void close(@PathVariable UUID id, @Valid @RequestBody CaseAnswer request, Actor actor) {
        handling.close(actor, id, request);
    }

    /**
     * All that is kept about the customer, as a ZIP of a page and JSON; whoever makes it proves who
     * he is.
     */
    @Requires(Permission.SENSITIVE_REVEAL)
    @StepUp
    @PostMapping("/api/rights-cases/{id}/copy")
    ResponseEntity<byte[]> copy(@PathVariable UUID id, Actor actor) {
        MakingCopies.Copy copy = copies.make(actor, id);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/zip"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(copy.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(copy.bytes());
    }
}
