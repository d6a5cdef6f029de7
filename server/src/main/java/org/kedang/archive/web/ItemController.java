package org.kedang.archive.web;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Valid;
import jakarta.validation.Validator;

import org.jspecify.annotations.Nullable;
import org.kedang.archive.DossierReading;
import org.kedang.archive.FilingItems;
import org.kedang.archive.ItemFields;
import org.kedang.archive.ItemRecords;
import org.kedang.archive.ItemRecords.ItemView;
import org.kedang.kernel.Actor;
import org.kedang.kernel.KernelProblem;
import org.kedang.kernel.Listing;
import org.kedang.kernel.Paging;
import org.kedang.kernel.Permission;
import org.kedang.kernel.Problem;
import org.kedang.kernel.Requires;
import org.kedang.kernel.Version;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

import java.net.URI;
import java.util.Set;
import java.util.UUID;

@RestController
class ItemController {
    private static final int LONGEST_REASON = 500;

    private final FilingItems filing;
    private final ItemRecords records;
    private final DossierReading reading;
    private final ObjectMapper json;
    private final Validator validator;

    ItemController(
            FilingItems filing,
            ItemRecords records,
            DossierReading reading,
            ObjectMapper json,
            Validator validator) {
        this.filing = filing;
        this.records = records;
        this.reading = reading;
        this.json = json;
        this.validator = validator;
    }

    @Requires(Permission.ARCHIVE_WRITE)
    @PostMapping("/api/dossiers/{dossierId}/items")
    ResponseEntity<ItemView> file(
            @PathVariable UUID dossierId, @Valid @RequestBody ItemFields fields, Actor actor) {
        UUID id = filing.file(actor, dossierId, fields);
        ItemView item = item(actor, id);
        return ResponseEntity.created(URI.create("/api/items/" + id))
                .eTag(new Version(item.version()).etag())
                .body(item);
    }

    @Requires(Permission.ARCHIVE_READ)
    @GetMapping("/api/dossiers/{dossierId}/items")
    Listing<ItemView> list(
            @PathVariable UUID dossierId,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String sort,
            Paging paging,
            Actor actor) {
        return reading.listItems(actor, dossierId, q, sort, paging);
    }

    @Requires(Permission.ARCHIVE_READ)
    @GetMapping("/api/items/{id}")
    ResponseEntity<ItemView> get(@PathVariable UUID id, Actor actor) {
        return withEtag(reading.getItem(actor, id));
    }

    /**
     * JSON merge patch (RFC 7396) of the description; {@code reason} beside the fields is kept in
     * the log.
     */
    @Requires(Permission.ARCHIVE_WRITE)
    @PatchMapping(
            path = "/api/items/{id}",
            consumes = {MediaType.APPLICATION_JSON_VALUE, "application/merge-patch+json"})
    ResponseEntity<ItemView> describe(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = ItemFields.class)))
                    @RequestBody
                    ObjectNode patch,
            Actor actor) {
        long basedOn = Version.ofIfMatch(ifMatch).number();
        ItemView current = item(actor, id);
        if (current.version() != basedOn) {
            throw stale(current);
        }
        try {
            filing.describe(actor, id, basedOn, fields(merged(current, patch)), reason(patch));
        } catch (OptimisticLockingFailureException e) {
            throw stale(item(actor, id));
        }
        return withEtag(item(actor, id));
    }

    private ItemView item(Actor actor, UUID id) {
        return records.find(actor, id).orElseThrow(Problem::notFound);
    }

    private ObjectNode merged(ItemView current, ObjectNode patch) {
        ObjectNode merged = json.valueToTree(current);
        patch.properties().forEach(field -> merged.set(field.getKey(), field.getValue()));
        return merged;
    }

    private ItemFields fields(JsonNode body) {
        ItemFields fields = json.treeToValue(body, ItemFields.class);
        Set<ConstraintViolation<ItemFields>> violations = validator.validate(fields);
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
        return fields;
    }

    private static @Nullable String reason(ObjectNode patch) {
        JsonNode reason = patch.path("reason");
        if (!reason.isString()) {
            return null;
        }
        if (reason.asString().length() > LONGEST_REASON) {
            throw Problem.invalid(
                    "reason", "too-long", "最多 500 个字，请缩短。", "At most 500 characters; shorten it.");
        }
        return reason.asString();
    }

    private static ResponseEntity<ItemView> withEtag(ItemView item) {
        return ResponseEntity.ok().eTag(new Version(item.version()).etag()).body(item);
    }

    private static Problem stale(ItemView current) {
        return Problem.of(KernelProblem.STALE_VERSION).with("current", current);
    }
}
