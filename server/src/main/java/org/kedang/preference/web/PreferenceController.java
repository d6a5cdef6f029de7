package org.kedang.preference.web;

import jakarta.validation.Valid;

import org.jspecify.annotations.Nullable;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Permission;
import org.kedang.kernel.PlainText;
import org.kedang.kernel.Requires;
import org.kedang.kernel.Version;
import org.kedang.preference.ActivityFields;
import org.kedang.preference.ActivityView;
import org.kedang.preference.IdentifierView;
import org.kedang.preference.Identifying;
import org.kedang.preference.KeepingPreferences;
import org.kedang.preference.NewIdentifier;
import org.kedang.preference.PreferenceFields;
import org.kedang.preference.PreferenceView;
import org.kedang.preference.ReadingPreferences;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import java.net.URI;
import java.util.UUID;

@RestController
class PreferenceController {
    record IdentificationRequest(@PlainText(max = 100, required = true) String typed) {}

    private final KeepingPreferences keeping;
    private final ReadingPreferences reading;
    private final Identifying identifying;

    PreferenceController(
            KeepingPreferences keeping, ReadingPreferences reading, Identifying identifying) {
        this.keeping = keeping;
        this.reading = reading;
        this.identifying = identifying;
    }

    /** What must be met first, the latest events, plates and member numbers. */
    @Requires(Permission.CUSTOMER_READ)
    @GetMapping("/api/customers/{customerId}/preferences")
    ReadingPreferences.All listPreferences(@PathVariable UUID customerId, Actor actor) {
        return reading.list(actor, customerId);
    }

    @Requires(Permission.CUSTOMER_WRITE)
    @PostMapping("/api/customers/{customerId}/preferences")
    ResponseEntity<PreferenceView> writePreference(
            @PathVariable UUID customerId,
            @Valid @RequestBody PreferenceFields request,
            Actor actor) {
        UUID id = keeping.write(actor, customerId, request);
        return ResponseEntity.created(URI.create("/api/preferences/" + id))
                .body(reading.preference(actor, id));
    }

    @Requires(Permission.CUSTOMER_WRITE)
    @PutMapping("/api/preferences/{id}")
    PreferenceView rewritePreference(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody PreferenceFields request,
            Actor actor) {
        keeping.rewrite(actor, id, Version.ofIfMatch(ifMatch).number(), request);
        return reading.preference(actor, id);
    }

    @Requires(Permission.CUSTOMER_WRITE)
    @DeleteMapping("/api/preferences/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removePreference(@PathVariable UUID id, Actor actor) {
        keeping.remove(actor, id);
    }

    @Requires(Permission.CUSTOMER_WRITE)
    @PostMapping("/api/customers/{customerId}/activities")
    ResponseEntity<ActivityView> writeActivity(
            @PathVariable UUID customerId,
            @Valid @RequestBody ActivityFields request,
            Actor actor) {
        UUID id = keeping.writeActivity(actor, customerId, request);
        return ResponseEntity.created(URI.create("/api/customer-activities/" + id))
                .body(reading.activity(actor, id));
    }

    @Requires(Permission.CUSTOMER_WRITE)
    @PutMapping("/api/customer-activities/{id}")
    ActivityView rewriteActivity(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody ActivityFields request,
            Actor actor) {
        keeping.rewriteActivity(actor, id, Version.ofIfMatch(ifMatch).number(), request);
        return reading.activity(actor, id);
    }

    @Requires(Permission.CUSTOMER_WRITE)
    @DeleteMapping("/api/customer-activities/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeActivity(@PathVariable UUID id, Actor actor) {
        keeping.removeActivity(actor, id);
    }

    @Requires(Permission.CUSTOMER_WRITE)
    @PostMapping("/api/customers/{customerId}/identifiers")
    ResponseEntity<IdentifierView> addIdentifier(
            @PathVariable UUID customerId, @Valid @RequestBody NewIdentifier request, Actor actor) {
        UUID id = keeping.addIdentifier(actor, customerId, request);
        return ResponseEntity.status(HttpStatus.CREATED).body(reading.identifier(actor, id));
    }

    @Requires(Permission.CUSTOMER_WRITE)
    @DeleteMapping("/api/customer-identifiers/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeIdentifier(@PathVariable UUID id, Actor actor) {
        keeping.removeIdentifier(actor, id);
    }

    /**
     * Who is on the telephone or at the gate. A request of its own kind, so that numbers stand in
     * no address and in no cache.
     */
    @Requires(Permission.CUSTOMER_READ)
    @PostMapping("/api/identifications")
    ResponseEntity<Identifying.Result> identify(
            @Valid @RequestBody IdentificationRequest request, Actor actor) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(identifying.identify(actor, request.typed()));
    }
}
