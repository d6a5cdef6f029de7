package org.kedang.access.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import org.jspecify.annotations.Nullable;
import org.kedang.access.RequestingRights;
import org.kedang.access.RightsRequest;
import org.kedang.access.RightsRequests;
import org.kedang.access.RightsWish;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Listing;
import org.kedang.kernel.Paging;
import org.kedang.kernel.Permission;
import org.kedang.kernel.PlainText;
import org.kedang.kernel.Problem;
import org.kedang.kernel.Requires;
import org.kedang.kernel.SignedIn;
import org.kedang.kernel.StepUp;
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
class RightsRequestController {
    record NewRightsRequest(
            @NotNull(message = "required") @Valid RightsWish wish,
            @PlainText(max = 500, required = true, multiline = true) String reason) {}

    private final RequestingRights requesting;
    private final RightsRequests requests;

    RightsRequestController(RequestingRights requesting, RightsRequests requests) {
        this.requesting = requesting;
        this.requests = requests;
    }

    /** All for those who grant by office, approve or audit; one's own for everybody else. */
    @SignedIn
    @GetMapping("/api/rights-requests")
    Listing<RightsRequest> list(
            @RequestParam(required = false) RightsRequest.@Nullable State state,
            @RequestParam(required = false) @Nullable UUID personId,
            Paging paging,
            Actor actor) {
        return requests.list(actor, state, personId, paging);
    }

    @SignedIn
    @GetMapping("/api/rights-requests/{id}")
    RightsRequest get(@PathVariable UUID id, Actor actor) {
        return requests.find(actor, id).orElseThrow(Problem::notFound);
    }

    /**
     * Takes effect at once (state EFFECTIVE) unless a second person is needed (PENDING): then
     * people decide the approval that it names.
     */
    @Requires(Permission.ROLE_GRANT)
    @StepUp
    @PostMapping("/api/rights-requests")
    ResponseEntity<RightsRequest> request(
            @Valid @RequestBody NewRightsRequest request, Actor actor) {
        UUID id = requesting.request(actor, request.wish(), request.reason());
        return ResponseEntity.created(URI.create("/api/rights-requests/" + id))
                .body(get(id, actor));
    }
}
