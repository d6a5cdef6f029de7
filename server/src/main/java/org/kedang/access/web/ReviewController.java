package org.kedang.access.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.kedang.access.AccessReview;
import org.kedang.access.ReviewLine;
import org.kedang.access.ReviewLines;
import org.kedang.access.ReviewRounds;
import org.kedang.identity.Granting;
import org.kedang.kernel.Actor;
import org.kedang.kernel.KernelProblem;
import org.kedang.kernel.Listing;
import org.kedang.kernel.Paging;
import org.kedang.kernel.Permission;
import org.kedang.kernel.PlainText;
import org.kedang.kernel.Problem;
import org.kedang.kernel.Requires;
import org.kedang.kernel.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;
import java.util.Set;
import java.util.UUID;

@RestController
class ReviewController {
    record ReviewList(List<AccessReview> items) {}

    record StartedReview(UUID id) {}

    record LineDecision(
            @NotEmpty(message = "required") @Size(max = 500, message = "too-many:500")
                    Set<UUID> ids,
            @NotNull(message = "required") ReviewRounds.Decision decision,
            @Nullable @PlainText(max = 500, multiline = true) String note) {}

    private final ReviewRounds rounds;
    private final ReviewLines lines;
    private final Granting granting;

    ReviewController(ReviewRounds rounds, ReviewLines lines, Granting granting) {
        this.rounds = rounds;
        this.lines = lines;
        this.granting = granting;
    }

    /** All reviews with how far they are, for the security officer and the auditor. */
    @SignedIn
    @GetMapping("/api/access-reviews")
    ReviewList reviews(Actor actor) {
        requireOverview(actor);
        return new ReviewList(lines.listReviews());
    }

    /** Begins this quarter's review before the clock does. */
    @Requires(Permission.ROLE_GRANT)
    @PostMapping("/api/access-reviews")
    @ResponseStatus(HttpStatus.CREATED)
    StartedReview start(Actor actor) {
        return new StartedReview(rounds.start(actor));
    }

    /** The lines of a review, for the security officer and the auditor. */
    @SignedIn
    @GetMapping("/api/access-reviews/{id}/lines")
    Listing<ReviewLine> linesOf(
            @PathVariable UUID id,
            @RequestParam(required = false) ReviewLine.@Nullable State state,
            Paging paging,
            Actor actor) {
        requireOverview(actor);
        return lines.list(actor, id, state, false, paging);
    }

    /** What waits for the reader. */
    @SignedIn
    @GetMapping("/api/access-review-lines")
    Listing<ReviewLine> mine(Paging paging, Actor actor) {
        return lines.list(actor, null, null, true, paging);
    }

    /** Confirms or revokes lines of the reader, all of them or none. */
    @SignedIn
    @PostMapping("/api/access-review-lines/decide")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void decide(@Valid @RequestBody LineDecision request, Actor actor) {
        rounds.decide(actor, request.ids(), request.decision(), request.note());
    }

    private void requireOverview(Actor actor) {
        if (!granting.isOfficer(actor) && !actor.may(Permission.AUDIT_READ)) {
            throw Problem.of(KernelProblem.NOT_PERMITTED);
        }
    }
}
