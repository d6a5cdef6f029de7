package org.kedang.approval.web;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import org.kedang.approval.ApprovalFigures;
import org.kedang.approval.Figuring;
import org.kedang.approval.Overseeing;
import org.kedang.approval.Overseeing.Overseen;
import org.kedang.approval.RequestQuestion;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Listing;
import org.kedang.kernel.Paging;
import org.kedang.kernel.Permission;
import org.kedang.kernel.PlainText;
import org.kedang.kernel.Requires;
import org.kedang.kernel.StepUp;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;

/** Figures of approvals, and all requests behind them. */
@RestController
class ApprovalFiguresController {
    private static final String SHEET =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /**
     * @param question which requests
     * @param reason why they are carried out; stands in the log
     */
    record ApprovalsExport(
            @NotNull(message = "required") @Valid RequestQuestion question,
            @PlainText(max = 500, required = true) String reason) {}

    private final Figuring figuring;
    private final Overseeing overseeing;

    ApprovalFiguresController(Figuring figuring, Overseeing overseeing) {
        this.figuring = figuring;
        this.overseeing = overseeing;
    }

    @Requires(Permission.APPROVAL_OVERSEE)
    @GetMapping("/api/approval-figures")
    ApprovalFigures figures(@Valid @ParameterObject RequestQuestion question, Actor actor) {
        return figuring.read(actor, question);
    }

    /** All requests, the newest first. */
    @Requires(Permission.APPROVAL_OVERSEE)
    @GetMapping("/api/approval-figures/requests")
    Listing<Overseen> requests(@Valid @ParameterObject RequestQuestion question, Paging paging) {
        return overseeing.list(question, paging);
    }

    /** The same as an Excel sheet. */
    @Requires(Permission.APPROVAL_OVERSEE)
    @StepUp
    @PostMapping("/api/approval-figures/exports")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = SHEET,
                            schema = @Schema(type = "string", format = "binary")))
    void export(
            @Valid @RequestBody ApprovalsExport asked, Actor actor, HttpServletResponse response)
            throws IOException {
        Overseeing.Export export = overseeing.export(actor, asked.question(), asked.reason());
        response.setContentType(SHEET);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("approvals-%s.xlsx".formatted(asked.question().last()))
                        .build()
                        .toString());
        export.to(response.getOutputStream());
    }
}
