package org.kedang.audit.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.kedang.audit.Evidence;
import org.kedang.audit.Evidence.CheckpointView;
import org.kedang.audit.Evidence.ConsistencyProof;
import org.kedang.audit.Evidence.EvidenceState;
import org.kedang.audit.Evidence.InclusionProof;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Permission;
import org.kedang.kernel.Requires;
import org.kedang.kernel.StepUp;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** What proves the log, for auditors; none of it tells what an event is about. */
@RestController
class EvidenceController {
    private static final int PAGE = 50;

    record CheckpointList(List<CheckpointView> items) {}

    record RestoreConfirmation(@NotBlank @Size(max = 500) String reason) {}

    record KeyStart(@NotBlank @Size(max = 500) String reason) {}

    record Republication(@NotBlank @Size(max = 500) String reason) {}

    private final Evidence evidence;

    EvidenceController(Evidence evidence) {
        this.evidence = evidence;
    }

    @Requires(Permission.AUDIT_READ)
    @GetMapping("/api/audit/evidence")
    EvidenceState getEvidence() {
        return evidence.state();
    }

    /** Newest first; the next page begins below the last size. */
    @Requires(Permission.AUDIT_READ)
    @GetMapping("/api/audit/checkpoints")
    CheckpointList listCheckpoints(@RequestParam(required = false) @Nullable Long upTo) {
        return new CheckpointList(evidence.listCheckpoints(upTo, PAGE));
    }

    /** All published checkpoints in one text, as the verifier takes them. */
    @Requires(Permission.AUDIT_READ)
    @GetMapping(value = "/api/audit/checkpoints/file", produces = MediaType.TEXT_PLAIN_VALUE)
    void downloadCheckpoints(HttpServletResponse response) throws IOException {
        response.setContentType("text/plain; charset=utf-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"checkpoints.txt\"");
        evidence.copyPublished(response.getOutputStream());
    }

    /** The public keys, one a line, the newest last. */
    @Requires(Permission.AUDIT_READ)
    @GetMapping(value = "/api/audit/key", produces = MediaType.TEXT_PLAIN_VALUE)
    void downloadKey(HttpServletResponse response) throws IOException {
        response.setContentType("text/plain; charset=utf-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"kedang-audit.vkey\"");
        response.getOutputStream().write(evidence.vkeys().getBytes(StandardCharsets.US_ASCII));
    }

    /** The RFC 3161 token over a checkpoint's note. */
    @Requires(Permission.AUDIT_READ)
    @GetMapping(
            value = "/api/audit/checkpoints/{size}/time-stamp",
            produces = "application/timestamp-token")
    void downloadTimeStamp(@PathVariable long size, HttpServletResponse response)
            throws IOException {
        byte[] token = evidence.timeStamp(size);
        response.setContentType("application/timestamp-token");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"checkpoint-" + size + ".tst\"");
        response.getOutputStream().write(token);
    }

    @Requires(Permission.AUDIT_READ)
    @GetMapping("/api/audit/events/{id}/proof")
    InclusionProof proveEvent(@PathVariable UUID id) {
        return evidence.prove(id);
    }

    @Requires(Permission.AUDIT_READ)
    @GetMapping("/api/audit/consistency")
    ConsistencyProof proveGrowth(@RequestParam long from, @RequestParam long to) {
        return evidence.proveGrowth(from, to);
    }

    /** The database was restored on purpose; sealing goes on with it as it is. */
    @StepUp
    @Requires(Permission.AUDIT_REVIEW)
    @PostMapping("/api/audit/restore-confirmations")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void confirmRestore(@Valid @RequestBody RestoreConfirmation confirmation, Actor actor) {
        evidence.confirmRestore(actor, confirmation.reason());
    }

    /** A new key signs from now on; that is an event, and published. */
    @StepUp
    @Requires(Permission.AUDIT_REVIEW)
    @PostMapping("/api/audit/keys")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void startKey(@Valid @RequestBody KeyStart start, Actor actor) {
        evidence.startKey(actor, start.reason());
    }

    /** What is missing from the files of published checkpoints is written again. */
    @StepUp
    @Requires(Permission.AUDIT_REVIEW)
    @PostMapping("/api/audit/checkpoint-publications")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void republishCheckpoints(@Valid @RequestBody Republication republication, Actor actor) {
        evidence.republish(actor, republication.reason());
    }
}
