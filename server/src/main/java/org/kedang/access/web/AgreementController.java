package org.kedang.access.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;

import org.jspecify.annotations.Nullable;
import org.kedang.access.Agreement;
import org.kedang.access.Agreements;
import org.kedang.access.KeepingAgreements;
import org.kedang.access.NewAgreement;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Listing;
import org.kedang.kernel.Paging;
import org.kedang.kernel.Permission;
import org.kedang.kernel.PlainText;
import org.kedang.kernel.Problem;
import org.kedang.kernel.Requires;
import org.kedang.kernel.SignedIn;
import org.kedang.kernel.StepUp;
import org.kedang.storage.ContentAnswer;
import org.kedang.storage.UploadedScan;
import org.springframework.core.io.Resource;
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
import java.util.List;
import java.util.UUID;

@RestController
class AgreementController {
    record AgreementList(List<Agreement> items) {}

    record ScanForm(@Schema(type = "string", format = "binary") String file) {}

    record AgreementEnd(@PlainText(max = 500, required = true, multiline = true) String reason) {}

    private final KeepingAgreements keeping;
    private final Agreements agreements;

    AgreementController(KeepingAgreements keeping, Agreements agreements) {
        this.keeping = keeping;
        this.agreements = agreements;
    }

    @Requires(Permission.ROLE_GRANT)
    @GetMapping("/api/agreements")
    Listing<Agreement> list(
            @RequestParam(defaultValue = "ALL") Agreements.Filter filter,
            @RequestParam(required = false) @Nullable String q,
            Paging paging,
            Actor actor) {
        keeping.requireOfficer(actor);
        return agreements.list(filter, q, paging);
    }

    /** The reader's own. */
    @SignedIn
    @GetMapping("/api/agreements/mine")
    AgreementList mine(Actor actor) {
        return new AgreementList(agreements.listOf(actor.id()));
    }

    @Requires(Permission.ROLE_GRANT)
    @StepUp
    @PostMapping("/api/agreements")
    ResponseEntity<Agreement> record(@Valid @RequestBody NewAgreement request, Actor actor) {
        UUID id = keeping.record(actor, request);
        return ResponseEntity.created(URI.create("/api/agreements/" + id)).body(get(id, actor));
    }

    @Requires(Permission.ROLE_GRANT)
    @GetMapping("/api/agreements/{id}")
    Agreement get(@PathVariable UUID id, Actor actor) {
        keeping.requireOfficer(actor);
        return agreements.find(id).orElseThrow(Problem::notFound);
    }

    @Requires(Permission.ROLE_GRANT)
    @StepUp
    @PostMapping("/api/agreements/{id}/end")
    Agreement end(@PathVariable UUID id, @Valid @RequestBody AgreementEnd request, Actor actor) {
        keeping.end(actor, id, request.reason());
        return get(id, actor);
    }

    /** Stores the scan: one PDF, PNG or JPEG of at most 20 MiB. */
    @Operation(
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                                            schema = @Schema(implementation = ScanForm.class))))
    @Requires(Permission.ROLE_GRANT)
    @StepUp
    @PostMapping("/api/agreements/{id}/scan")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void attach(@PathVariable UUID id, Actor actor, HttpServletRequest request) {
        UploadedScan scan = UploadedScan.of(request);
        keeping.attach(actor, id, scan.name(), scan.bytes());
    }

    /** The scan as it was uploaded, to be saved; for the security officer and who signed it. */
    @SignedIn
    @GetMapping("/api/agreements/{id}/scan")
    ResponseEntity<Resource> scan(@PathVariable UUID id, Actor actor) {
        KeepingAgreements.Scan scan = keeping.scan(actor, id);
        return ContentAnswer.saved(scan.bytes(), scan.name());
    }
}
