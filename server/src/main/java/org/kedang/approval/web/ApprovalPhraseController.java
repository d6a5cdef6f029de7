package org.kedang.approval.web;

import jakarta.validation.Valid;

import org.kedang.approval.Phrases;
import org.kedang.approval.Phrases.Phrase;
import org.kedang.kernel.Actor;
import org.kedang.kernel.PlainText;
import org.kedang.kernel.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;
import java.util.UUID;

/** One's own frequently used opinions. */
@RestController
class ApprovalPhraseController {
    record ApprovalPhraseList(List<Phrase> items) {}

    record NewApprovalPhrase(
            @PlainText(max = 200, required = true, multiline = true) String phrase) {}

    private final Phrases phrases;

    ApprovalPhraseController(Phrases phrases) {
        this.phrases = phrases;
    }

    /** Most used first. */
    @SignedIn
    @GetMapping("/api/approval-phrases")
    ApprovalPhraseList list(Actor actor) {
        return new ApprovalPhraseList(phrases.list(actor));
    }

    /** Keeps one, at most 50; one that is there already is answered. */
    @SignedIn
    @PostMapping("/api/approval-phrases")
    @ResponseStatus(HttpStatus.CREATED)
    Phrase keep(@Valid @RequestBody NewApprovalPhrase request, Actor actor) {
        return phrases.keep(actor, request.phrase());
    }

    @SignedIn
    @DeleteMapping("/api/approval-phrases/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void forget(@PathVariable UUID id, Actor actor) {
        phrases.forget(actor, id);
    }
}
