package org.kedang.handover.web;

import jakarta.validation.Valid;

import org.jspecify.annotations.Nullable;
import org.kedang.audit.Audit;
import org.kedang.audit.Entry;
import org.kedang.handover.HandingOver;
import org.kedang.handover.Handover;
import org.kedang.handover.HandoverAct;
import org.kedang.handover.HandoverRecords;
import org.kedang.identity.Visibilities;
import org.kedang.identity.Visibility;
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
class HandoverController {
    record HandoverStop(@PlainText(max = 500, required = true, multiline = true) String reason) {}

    private final HandingOver handingOver;
    private final HandoverRecords records;
    private final Visibilities visibilities;
    private final Audit audit;

    HandoverController(
            HandingOver handingOver,
            HandoverRecords records,
            Visibilities visibilities,
            Audit audit) {
        this.handingOver = handingOver;
        this.records = records;
        this.visibilities = visibilities;
        this.audit = audit;
    }

    /** How many would go, and whether heads must agree; nothing is kept. */
    @Requires(Permission.CUSTOMER_WRITE)
    @PostMapping("/api/handovers/preview")
    Handover.Preview preview(@Valid @RequestBody Handover.Wish wish, Actor actor) {
        return handingOver.preview(actor, wish);
    }

    /** Hands over; a large one is carried out once the heads agreed. */
    @Requires(Permission.CUSTOMER_WRITE)
    @PostMapping("/api/handovers")
    ResponseEntity<Handover> handOver(@Valid @RequestBody Handover.Wish wish, Actor actor) {
        UUID id = handingOver.handOver(actor, wish);
        return ResponseEntity.created(URI.create("/api/handovers/" + id))
                .body(records.get(actor, visible(actor), id));
    }

    /** The latest first. */
    @Requires(Permission.CUSTOMER_READ)
    @GetMapping("/api/handovers")
    Listing<Handover> list(Paging paging, Actor actor) {
        audit.recordRead(Entry.of(actor, HandoverAct.LISTED));
        return records.list(actor, visible(actor), paging);
    }

    @Requires(Permission.CUSTOMER_READ)
    @GetMapping("/api/handovers/{id}")
    Handover get(@PathVariable UUID id, Actor actor) {
        return records.get(actor, visible(actor), id);
    }

    /** What became of each customer. */
    @Requires(Permission.CUSTOMER_READ)
    @GetMapping("/api/handovers/{id}/lines")
    Listing<Handover.Line> lines(
            @PathVariable UUID id,
            @RequestParam(required = false) Handover.@Nullable LineState state,
            Paging paging,
            Actor actor) {
        Handover handover = records.get(actor, visible(actor), id);
        audit.recordRead(
                Entry.of(actor, HandoverAct.READ).subject("handover", id, handover.number()));
        return records.lines(actor, visible(actor), id, state, paging);
    }

    /** Stops it; what is done stays done. */
    @Requires(Permission.CUSTOMER_WRITE)
    @PostMapping("/api/handovers/{id}/cancel")
    Handover cancel(@PathVariable UUID id, @Valid @RequestBody HandoverStop stop, Actor actor) {
        handingOver.cancel(actor, id, stop.reason());
        return records.get(actor, visible(actor), id);
    }

    private Visibility visible(Actor actor) {
        return visibilities.of(actor, Permission.CUSTOMER_READ);
    }
}
