package org.kedang.approval.web;

import org.kedang.approval.Printing;
import org.kedang.approval.RequestPaper;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Language;
import org.kedang.kernel.SignedIn;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

import java.util.UUID;

/** Requests on paper. */
@RestController
class ApprovalPrintController {
    private final Printing printing;

    ApprovalPrintController(Printing printing) {
        this.printing = printing;
    }

    /** Records that it is printed; answers with what the paper carries. */
    @SignedIn
    @PostMapping("/api/approvals/{id}/prints")
    @ResponseStatus(HttpStatus.CREATED)
    Printing.Print print(@PathVariable UUID id, Actor actor) {
        return printing.print(actor, id, server());
    }

    /** The request as a PDF of A4 pages; recorded as printing is. */
    @SignedIn
    @GetMapping(path = "/api/approvals/{id}/pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> pdf(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "ZH") Language language,
            Actor actor) {
        RequestPaper paper = printing.paper(actor, id, server());
        String name = paper.card().number() + ".pdf";
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(paper.pdf(language));
    }

    private static String server() {
        return ServletUriComponentsBuilder.fromCurrentContextPath().toUriString();
    }

    /** What the log says of the request, and which checkpoint seals each line. */
    @SignedIn
    @GetMapping("/api/approvals/{id}/proof")
    Printing.Proof proof(@PathVariable UUID id, Actor actor) {
        return printing.proof(actor, id);
    }
}
