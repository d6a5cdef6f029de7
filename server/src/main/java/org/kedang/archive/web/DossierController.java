package org.kedang.archive.web;

import jakarta.validation.Valid;

import org.jspecify.annotations.Nullable;
import org.kedang.archive.DossierReading;
import org.kedang.archive.DossierRecords;
import org.kedang.archive.DossierRecords.DossierRow;
import org.kedang.archive.DossierRecords.DossierView;
import org.kedang.archive.DossierState;
import org.kedang.archive.OpenDossier;
import org.kedang.archive.OpeningDossiers;
import org.kedang.identity.SecrecyLevel;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Listing;
import org.kedang.kernel.Paging;
import org.kedang.kernel.Permission;
import org.kedang.kernel.Problem;
import org.kedang.kernel.Requires;
import org.kedang.kernel.Version;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.net.URI;
import java.util.UUID;

@RestController
@RequestMapping("/api/dossiers")
class DossierController {
    private final OpeningDossiers opening;
    private final DossierRecords records;
    private final DossierReading reading;

    DossierController(OpeningDossiers opening, DossierRecords records, DossierReading reading) {
        this.opening = opening;
        this.records = records;
        this.reading = reading;
    }

    @Requires(Permission.ARCHIVE_WRITE)
    @PostMapping
    ResponseEntity<DossierView> open(@Valid @RequestBody OpenDossier wish, Actor actor) {
        UUID id = opening.open(actor, wish);
        DossierView dossier = records.find(actor, id).orElseThrow(Problem::notFound);
        return ResponseEntity.created(URI.create("/api/dossiers/" + id))
                .eTag(new Version(dossier.version()).etag())
                .body(dossier);
    }

    /** A list narrowed by filters; reading it is kept in the log. */
    @Requires(Permission.ARCHIVE_READ)
    @GetMapping
    Listing<DossierRow> list(
            @RequestParam(required = false) @Nullable UUID customerId,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String classCode,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable SecrecyLevel secrecy,
            @RequestParam(required = false) @Nullable UUID departmentId,
            @RequestParam(required = false) @Nullable DossierState state,
            @RequestParam(defaultValue = "false") boolean sharedWithMe,
            @RequestParam(defaultValue = "false") boolean withMissing,
            @RequestParam(required = false) @Nullable String sort,
            Paging paging,
            Actor actor) {
        DossierRecords.Filter filter =
                new DossierRecords.Filter(
                        customerId,
                        q,
                        classCode,
                        year,
                        secrecy,
                        departmentId,
                        state,
                        sharedWithMe,
                        withMissing);
        return reading.list(actor, filter, sort, paging);
    }

    @Requires(Permission.ARCHIVE_READ)
    @GetMapping("/{id}")
    ResponseEntity<DossierView> get(@PathVariable UUID id, Actor actor) {
        DossierView dossier = reading.get(actor, id);
        return ResponseEntity.ok().eTag(new Version(dossier.version()).etag()).body(dossier);
    }
}
