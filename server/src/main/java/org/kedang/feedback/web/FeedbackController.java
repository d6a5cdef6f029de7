package org.kedang.feedback.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import org.jspecify.annotations.Nullable;
import org.kedang.feedback.Feedback;
import org.kedang.feedback.FeedbackInbox;
import org.kedang.feedback.HandlingFeedback;
import org.kedang.feedback.NewFeedback;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Listing;
import org.kedang.kernel.Paging;
import org.kedang.kernel.Permission;
import org.kedang.kernel.PlainText;
import org.kedang.kernel.Requires;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.net.URI;
import java.util.UUID;

@RestController
class FeedbackController {
    record FeedbackAssignment(@NotNull(message = "required") UUID personId) {}

    record FeedbackAnswer(
            @PlainText(max = 2000, required = true, multiline = true) String answer) {}

    record FeedbackEnd(
            @PlainText(max = 500, required = true, multiline = true) String conclusion) {}

    private final HandlingFeedback handling;

    FeedbackController(HandlingFeedback handling) {
        this.handling = handling;
    }

    /**
     * @param waiting only what is not closed
     * @param mine only what the reader has to deal with
     */
    @Requires(Permission.CUSTOMER_READ)
    @GetMapping("/api/feedback")
    Listing<Feedback> list(
            @RequestParam(required = false) Feedback.@Nullable State state,
            @RequestParam(required = false) @Nullable UUID customerId,
            @RequestParam(required = false) @Nullable @PlainText(max = 100) String q,
            @RequestParam(defaultValue = "false") boolean waiting,
            @RequestParam(defaultValue = "false") boolean mine,
            Paging paging,
            Actor actor) {
        return handling.list(
                actor, new FeedbackInbox.Filter(state, customerId, q, waiting, mine), paging);
    }

    @Requires(Permission.CUSTOMER_WRITE)
    @PostMapping("/api/feedback")
    ResponseEntity<Feedback> receive(@Valid @RequestBody NewFeedback request, Actor actor) {
        UUID id = handling.receive(actor, request);
        return ResponseEntity.created(URI.create("/api/feedback/" + id)).body(get(id, actor));
    }

    @Requires(Permission.CUSTOMER_READ)
    @GetMapping("/api/feedback/{id}")
    Feedback get(@PathVariable UUID id, Actor actor) {
        return handling.get(actor, id);
    }

    @Requires(Permission.CUSTOMER_WRITE)
    @PostMapping("/api/feedback/{id}/assignment")
    Feedback assign(
            @PathVariable UUID id, @Valid @RequestBody FeedbackAssignment request, Actor actor) {
        handling.assign(actor, id, request.personId());
        return get(id, actor);
    }

    @Requires(Permission.CUSTOMER_WRITE)
    @PostMapping("/api/feedback/{id}/answer")
    Feedback answer(
            @PathVariable UUID id, @Valid @RequestBody FeedbackAnswer request, Actor actor) {
        handling.answer(actor, id, request.answer());
        return get(id, actor);
    }

    @Requires(Permission.CUSTOMER_WRITE)
    @PostMapping("/api/feedback/{id}/end")
    Feedback close(@PathVariable UUID id, @Valid @RequestBody FeedbackEnd request, Actor actor) {
        handling.close(actor, id, request.conclusion());
        return get(id, actor);
    }
}
