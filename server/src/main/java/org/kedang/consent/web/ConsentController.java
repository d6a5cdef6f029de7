package org.kedang.consent.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;

import org.kedang.consent.NewConsent;
import org.kedang.consent.RecordingConsents;
import org.kedang.consent.RecordingConsents.Whole;
import org.kedang.consent.Withdrawal;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Permission;
import org.kedang.kernel.Requires;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import java.util.UUID;

@RestController
class ConsentController {
    record Recorded(UUID id) {}

    record ConsentScanForm(@Schema(type = "string", format = "binary") String file) {}

    private final RecordingConsents recording;

    ConsentController(RecordingConsents recording) {
        this.recording = recording;
    }

    @Requires(Permission.CUSTOMER_READ)
    @GetMapping("/api/customers/{id}/consents")
    Whole get(@PathVariable UUID id, Actor actor) {
        return recording.read(actor, id);
    }

    @Requires(Permission.CUSTOMER_WRITE)
    @PostMapping("/api/customers/{id}/consents")
    @ResponseStatus(HttpStatus.CREATED)
    Recorded give(@PathVariable UUID id, @Valid @RequestBody NewConsent request, Actor actor) {
        return new Recorded(recording.give(actor, id, request));
    }

    @Requires(Permission.CUSTOMER_WRITE)
    @PostMapping("/api/customers/{id}/consents/withdrawals")
    @ResponseStatus(HttpStatus.CREATED)
    Recorded withdraw(@PathVariable UUID id, @Valid @RequestBody Withdrawal request, Actor actor) {
        return new Recorded(recording.withdraw(actor, id, request));
    }

    /** Stores the scan that proves it: one PDF, PNG or JPEG of at most 20 MiB. */
    @Operation(
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                                            schema =
                                                    @Schema(
                                                            implementation =
                                                                    ConsentScanForm.class))))
    @Requires(Permission.CUSTOMER_WRITE)
    @PostMapping("/api/consents/{id}/scan")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void attach(@PathVariable UUID id, Actor actor, HttpServletRequest request) {
        UploadedScan scan = UploadedScan.of(request);
        recording.attach(actor, id, scan.name(), scan.bytes());
    }

    @Requires(Permission.CUSTOMER_READ)
    @GetMapping("/api/consents/{id}/scan")
    ResponseEntity<Resource> scan(@PathVariable UUID id, Actor actor) {
        RecordingConsents.Scan scan = recording.scan(actor, id);
        return ContentAnswer.saved(scan.bytes(), scan.name());
    }
}
