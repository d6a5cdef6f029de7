package org.kedang.customer.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;

import org.jspecify.annotations.Nullable;
import org.kedang.audit.Audit;
import org.kedang.audit.Entry;
import org.kedang.customer.CustomerAct;
import org.kedang.customer.CustomerRecords;
import org.kedang.customer.CustomerSummary;
import org.kedang.customer.Hint;
import org.kedang.customer.Hints;
import org.kedang.customer.ReachingCustomers;
import org.kedang.customer.RestoringVersion;
import org.kedang.customer.Timeline;
import org.kedang.customer.TimelineEntry;
import org.kedang.customer.TimelineKind;
import org.kedang.customer.Versions;
import org.kedang.identity.Visibilities;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Listing;
import org.kedang.kernel.Paging;
import org.kedang.kernel.Permission;
import org.kedang.kernel.PlainText;
import org.kedang.kernel.Problem;
import org.kedang.kernel.Requires;
import org.kedang.kernel.Version;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What must be known of a customer at once, what happened, and what the record was. */
@RestController
class HistoryController {
    record HintList(List<Hint> items) {}

    record TimelineKindList(List<TimelineKind> items) {}

    record DifferenceList(List<Versions.Difference> items) {}

    record RestoreRequest(
            @NotNull(message = "required") @Min(value = 0, message = "required") Long version,
            @NotEmpty(message = "required")
                    Set<@PlainText(max = 40, required = true) String> fields,
            @Nullable @PlainText(max = 500, multiline = true) String reason) {}

    private final ReachingCustomers reaching;
    private final CustomerRecords records;
    private final Visibilities visibilities;
    private final Hints hints;
    private final Timeline timeline;
    private final Versions versions;
    private final RestoringVersion restoring;
    private final Audit audit;

    HistoryController(
            ReachingCustomers reaching,
            CustomerRecords records,
            Visibilities visibilities,
            Hints hints,
            Timeline timeline,
            Versions versions,
            RestoringVersion restoring,
            Audit audit) {
        this.reaching = reaching;
        this.records = records;
        this.visibilities = visibilities;
        this.hints = hints;
        this.timeline = timeline;
        this.versions = versions;
        this.restoring = restoring;
        this.audit = audit;
    }

    @Requires(Permission.CUSTOMER_READ)
    @GetMapping("/api/customers/{id}/hints")
    HintList hints(@PathVariable UUID id, Actor actor) {
        return new HintList(hints.list(actor, reaching.get(actor, id)));
    }

    @Requires(Permission.CUSTOMER_READ)
    @GetMapping("/api/customers/timeline-kinds")
    TimelineKindList timelineKinds() {
        return new TimelineKindList(timeline.kinds());
    }

    /** Newest first; the next lines are those before {@code next} of the last answer. */
    @Requires(Permission.CUSTOMER_READ)
    @GetMapping("/api/customers/{id}/timeline")
    Timeline.Lines timeline(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Set<String> kind,
            @RequestParam(required = false) @Nullable Instant beforeAt,
            @RequestParam(required = false) @Nullable UUID beforeId,
            @RequestParam(defaultValue = "30") @Min(1) @Max(100) int size,
            Actor actor) {
        CustomerSummary customer = reaching.get(actor, id);
        audit.recordRead(read(actor, customer, CustomerAct.TIMELINE_READ));
        return timeline.list(
                actor,
                customer,
                kind == null ? Set.of() : kind,
                beforeAt == null || beforeId == null
                        ? null
                        : new TimelineEntry.Place(beforeAt, beforeId),
                size);
    }

    @Requires(Permission.CUSTOMER_READ)
    @GetMapping("/api/customers/{id}/versions")
    Listing<Versions.Made> versions(@PathVariable UUID id, Paging paging, Actor actor) {
        reaching.get(actor, id);
        return versions.list(id, paging);
    }

    @Requires(Permission.CUSTOMER_READ)
    @GetMapping("/api/customers/{id}/versions/compare")
    DifferenceList compare(
            @PathVariable UUID id, @RequestParam long from, @RequestParam long to, Actor actor) {
        CustomerSummary customer = reaching.get(actor, id);
        audit.recordRead(
                read(actor, customer, CustomerAct.VERSIONS_COMPARED).reason(from + " → " + to));
        return new DifferenceList(
                versions.compare(id, from, to, visibilities.of(actor, Permission.CUSTOMER_READ)));
    }

    /** Brings fields back as they were in a version. */
    @Requires(Permission.CUSTOMER_WRITE)
    @PostMapping("/api/customers/{id}/restore")
    ResponseEntity<CustomerRecords.CustomerView> restore(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody RestoreRequest request,
            Actor actor) {
        reaching.getChangeable(actor, id);
        restoring.restore(
                actor,
                id,
                Version.ofIfMatch(ifMatch).number(),
                request.version(),
                request.fields(),
                request.reason());
        CustomerRecords.CustomerView customer =
                records.find(id, visibilities.of(actor, Permission.CUSTOMER_READ))
                        .orElseThrow(Problem::notFound);
        return ResponseEntity.ok().eTag(new Version(customer.version()).etag()).body(customer);
    }

    private static Entry read(Actor actor, CustomerSummary customer, CustomerAct act) {
        return Entry.of(actor, act)
                .subject("customer", customer.id(), customer.name())
                .customer(customer.id());
    }
}
