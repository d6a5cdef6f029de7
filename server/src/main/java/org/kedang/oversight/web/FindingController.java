package org.kedang.oversight.web;

import jakarta.validation.Valid;

import org.kedang.kernel.Actor;
import org.kedang.kernel.Permission;
import org.kedang.kernel.PlainText;
import org.kedang.kernel.Requires;
import org.kedang.kernel.SignedIn;
import org.kedang.oversight.AnsweringFindings;
import org.kedang.oversight.AuditFinding;
import org.kedang.oversight.AuditFindings;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;
import java.util.UUID;

/** Findings of auditors, and what the people responsible say of them. */
@RestController
class FindingController {
    record AuditFindingList(List<AuditFinding> items) {}

    record FindingWords(@PlainText(max = 2000, required = true, multiline = true) String words) {}

    private final AuditFindings findings;
    private final AnsweringFindings answering;

    FindingController(AuditFindings findings, AnsweringFindings answering) {
        this.findings = findings;
        this.answering = answering;
    }

    /** What the reader is responsible for. */
    @SignedIn
    @GetMapping("/api/audit-findings/mine")
    AuditFindingList mine(Actor actor) {
        return new AuditFindingList(findings.listMine(actor));
    }

    /** For the person responsible. */
    @SignedIn
    @PostMapping("/api/audit-findings/{id}/answer")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void answer(@PathVariable UUID id, @Valid @RequestBody FindingWords words, Actor actor) {
        answering.answer(actor, id, words.words());
    }

    @Requires(Permission.AUDIT_REVIEW)
    @PostMapping("/api/audit-findings/{id}/return")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void sendBack(@PathVariable UUID id, @Valid @RequestBody FindingWords words, Actor actor) {
        answering.sendBack(actor, id, words.words());
    }

    @Requires(Permission.AUDIT_REVIEW)
    @PostMapping("/api/audit-findings/{id}/close")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void close(@PathVariable UUID id, @Valid @RequestBody FindingWords words, Actor actor) {
        answering.close(actor, id, words.words());
    }
}
