package org.kedang.contact.web;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Valid;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotNull;

import org.jspecify.annotations.Nullable;
import org.kedang.contact.ContactChange;
import org.kedang.contact.ContactFields;
import org.kedang.contact.ContactView;
import org.kedang.contact.KeepingContacts;
import org.kedang.contact.ReadingContacts;
import org.kedang.contact.ReadingContacts.CustomerContacts;
import org.kedang.contact.RoleTerm;
import org.kedang.contact.SecretField;
import org.kedang.customfield.CustomValues;
import org.kedang.kernel.Actor;
import org.kedang.kernel.KernelProblem;
import org.kedang.kernel.Permission;
import org.kedang.kernel.PlainText;
import org.kedang.kernel.Problem;
import org.kedang.kernel.Requires;
import org.kedang.kernel.Version;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

@RestController
class ContactController {
    /**
     * What is said about a change beside the fields.
     *
     * @param roleSince from which day the contact has its part in decisions; today if not given
     */
    record ContactReason(
            @Nullable LocalDate roleSince,
            @Nullable @PlainText(max = 500, multiline = true) String reason) {}

    record ContactReveal(
            @NotNull(message = "required") SecretField field,
            @Nullable @PlainText(max = 500, multiline = true) String reason) {}

    /** Why a custom field is looked at. */
    record ContactRevealReason(@Nullable @PlainText(max = 500, multiline = true) String reason) {}

    record RevealedContactCustomField(String name, @Nullable Object value) {}

    record RevealedContactField(SecretField field, @Nullable String value) {}

    record ContactTerms(List<RoleTerm> items) {}

    private final KeepingContacts keeping;
    private final ReadingContacts reading;
    private final ObjectMapper json;
    private final Validator validator;

    ContactController(
            KeepingContacts keeping,
            ReadingContacts reading,
            ObjectMapper json,
            Validator validator) {
        this.keeping = keeping;
        this.reading = reading;
        this.json = json;
        this.validator = validator;
    }

    /** Whom to call first, then who decides; who decided before stands beside. */
    @Requires(Permission.CUSTOMER_READ)
    @GetMapping("/api/customers/{customerId}/contacts")
    CustomerContacts listContacts(@PathVariable UUID customerId, Actor actor) {
        return reading.list(actor, customerId);
    }

    /** {@code roleSince} and {@code reason} may stand beside the fields. */
    @Requires(Permission.CUSTOMER_WRITE)
    @PostMapping("/api/customers/{customerId}/contacts")
    ResponseEntity<ContactView> addContact(
            @PathVariable UUID customerId,
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = ContactFields.class)))
                    @RequestBody
                    ObjectNode body,
            Actor actor) {
        ContactReason beside = beside(body);
        UUID id =
                keeping.add(
                        actor,
                        customerId,
                        read(body, ContactFields.class),
                        beside.roleSince(),
                        beside.reason());
        ContactView contact = reading.get(actor, id);
        return ResponseEntity.created(URI.create("/api/contacts/" + id))
                .eTag(new Version(contact.version()).etag())
                .body(contact);
    }

    private ContactReason beside(ObjectNode body) {
        return read(body.deepCopy().retain("roleSince", "reason"), ContactReason.class);
    }

    private <T> T read(JsonNode body, Class<T> type) {
        T read = json.treeToValue(body, type);
        Set<ConstraintViolation<T>> violations = validator.validate(read);
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
        return read;
    }

    /** JSON merge patch (RFC 7396) of the fields; {@code roleSince} and {@code reason} beside. */
    @Requires(Permission.CUSTOMER_WRITE)
    @PatchMapping(
            path = "/api/contacts/{id}",
            consumes = {MediaType.APPLICATION_JSON_VALUE, "application/merge-patch+json"})
    ResponseEntity<ContactView> changeContact(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = ContactFields.class)))
                    @RequestBody
                    ObjectNode patch,
            Actor actor) {
        long basedOn = Version.ofIfMatch(ifMatch).number();
        ContactView current = reading.get(actor, id);
        if (current.version() != basedOn) {
            throw stale(current);
        }
        ContactReason beside = beside(patch);
        ContactChange change =
                new ContactChange(
                        basedOn,
                        CustomValues.named(patch),
                        stored -> read(merged(stored, patch), ContactFields.class),
                        beside.roleSince(),
                        beside.reason());
        try {
            keeping.rewrite(actor, id, change);
        } catch (OptimisticLockingFailureException e) {
            throw stale(reading.get(actor, id));
        }
        ContactView changed = reading.get(actor, id);
        return ResponseEntity.ok().eTag(new Version(changed.version()).etag()).body(changed);
    }

    private ObjectNode merged(ContactFields stored, ObjectNode patch) {
        return CustomValues.merge(json.valueToTree(stored), patch);
    }

    private static Problem stale(ContactView current) {
        return Problem.of(KernelProblem.STALE_VERSION).with("current", current);
    }

    /** Removes one that should never have been there, or who asks for it; whoever left stays. */
    @Requires(Permission.CUSTOMER_WRITE)
    @DeleteMapping("/api/contacts/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeContact(
            @PathVariable UUID id,
            @RequestParam(required = false) @PlainText(max = 500, required = true) String reason,
            Actor actor) {
        keeping.remove(actor, id, reason);
    }

    /** All parts in decisions that the contact ever had. */
    @Requires(Permission.CUSTOMER_READ)
    @GetMapping("/api/contacts/{id}/roles")
    ContactTerms listContactRoles(@PathVariable UUID id, Actor actor) {
        return new ContactTerms(reading.listTerms(actor, id));
    }

    /** The clear value of one masked field; that it was shown is in the log before it is. */
    @Requires(Permission.SENSITIVE_REVEAL)
    @PostMapping("/api/contacts/{id}/reveal")
    ResponseEntity<RevealedContactField> revealContact(
            @PathVariable UUID id, @Valid @RequestBody ContactReveal request, Actor actor) {
        String value = reading.reveal(actor, id, request.field(), request.reason());
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new RevealedContactField(request.field(), value));
    }

    /** The clear value of one masked custom field; that it was shown is in the log before it is. */
    @Requires(Permission.SENSITIVE_REVEAL)
    @PostMapping("/api/contacts/{id}/more/{name}/reveal")
    ResponseEntity<RevealedContactCustomField> revealCustomField(
            @PathVariable UUID id,
            @PathVariable String name,
            @Valid @RequestBody ContactRevealReason request,
            Actor actor) {
        Object value = reading.revealCustom(actor, id, name, request.reason());
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new RevealedContactCustomField(name, value));
    }
}
