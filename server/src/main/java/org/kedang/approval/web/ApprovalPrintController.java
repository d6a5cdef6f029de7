package org.kedang.approval.web;

import org.kedang.approval.Printing;
import org.kedang.kernel.Actor;
import org.kedang.kernel.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
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
        String server = ServletUriComponentsBuilder.fromCurrentContextPath().toUriString();
        return printing.print(actor, id, server);
    }

    /** What the log says of the request, and which checkpoint seals each line. */
    @SignedIn
    @GetMapping("/api/approvals/{id}/proof")
    Printing.Proof proof(@PathVariable UUID id, Actor actor) {
        return printing.proof(actor, id);
    }
}
