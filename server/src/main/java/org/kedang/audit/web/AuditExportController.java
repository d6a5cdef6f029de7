package org.kedang.audit.web;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.kedang.audit.ActClass;
import org.kedang.audit.AuditTrail;
import org.kedang.audit.ExportingEvents;
import org.kedang.audit.ExportingEvents.Export;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Permission;
import org.kedang.kernel.Requires;
import org.kedang.kernel.StepUp;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;
import java.time.Instant;
import java.util.UUID;

/** The log on its way out of the house. */
@RestController
class AuditExportController {
    private static final String ZIP = "application/zip";
    private static final String SHEET =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /**
     * @param from the earliest moment; from the first event on if it is missing
     * @param until the first moment that is too late; to the end if it is missing
     * @param reason why it is carried out; stands in the log
     */
    record SpanExport(
            @Nullable Instant from,
            @Nullable Instant until,
            @NotBlank @Size(max = 500) String reason) {}

    /** The same that narrows the list of events, and why it is carried out. */
    record EventsExport(
            @Nullable UUID subject,
            @Nullable UUID actorId,
            @Nullable @Size(max = 100) String act,
            @Nullable @Size(max = 100) String module,
            @Nullable ActClass actClass,
            AuditTrail.@Nullable Result result,
            @Nullable @Size(max = 100) String address,
            @Nullable @Size(max = 100) String role,
            @Nullable Instant from,
            @Nullable Instant until,
            @NotBlank @Size(max = 500) String reason) {
        AuditTrail.Question question() {
            return new AuditTrail.Question(
                    subject, actorId, act, module, actClass, result, address, role, from, until);
        }
    }

    private final ExportingEvents exporting;

    AuditExportController(ExportingEvents exporting) {
        this.exporting = exporting;
    }

    /** All events of a span of time with the proof that none is missing; no contents. */
    @Requires(Permission.AUDIT_EXPORT)
    @StepUp
    @PostMapping("/api/audit/exports/range")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = ZIP, schema = @Schema(type = "string", format = "binary")))
    void exportRange(
            @Valid @RequestBody SpanExport asked, Actor actor, HttpServletResponse response)
            throws IOException {
        send(exporting.range(actor, asked.from(), asked.until(), asked.reason()), ZIP, response);
    }

    /** Certain events, each with the proof that it is in the log; no contents. */
    @Requires(Permission.AUDIT_EXPORT)
    @StepUp
    @PostMapping("/api/audit/exports/selection")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = ZIP, schema = @Schema(type = "string", format = "binary")))
    void exportSelection(
            @Valid @RequestBody EventsExport asked, Actor actor, HttpServletResponse response)
            throws IOException {
        send(exporting.selection(actor, asked.question(), asked.reason()), ZIP, response);
    }

    /** Certain events as an Excel sheet for reading; no proof, no contents. */
    @Requires(Permission.AUDIT_EXPORT)
    @StepUp
    @PostMapping("/api/audit/exports/sheet")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = SHEET,
                            schema = @Schema(type = "string", format = "binary")))
    void exportSheet(
            @Valid @RequestBody EventsExport asked, Actor actor, HttpServletResponse response)
            throws IOException {
        send(exporting.sheet(actor, asked.question(), asked.reason()), SHEET, response);
    }

    private static void send(Export export, String type, HttpServletResponse response)
            throws IOException {
        response.setContentType(type);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(export.fileName()).build().toString());
        export.writing().to(response.getOutputStream());
    }
}
