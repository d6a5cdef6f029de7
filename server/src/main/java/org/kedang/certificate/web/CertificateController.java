package org.kedang.certificate.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Valid;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import org.jspecify.annotations.Nullable;
import org.kedang.certificate.CertificateChange;
import org.kedang.certificate.CertificateFields;
import org.kedang.certificate.CertificateKind;
import org.kedang.certificate.CertificateScans;
import org.kedang.certificate.CertificateView;
import org.kedang.certificate.KeepingCertificates;
import org.kedang.certificate.ReadingCertificates;
import org.kedang.kernel.Actor;
import org.kedang.kernel.KernelProblem;
import org.kedang.kernel.Listing;
import org.kedang.kernel.Paging;
import org.kedang.kernel.Permission;
import org.kedang.kernel.PlainText;
import org.kedang.kernel.Problem;
import org.kedang.kernel.Requires;
import org.kedang.kernel.Version;
import org.kedang.storage.ContentAnswer;
import org.kedang.storage.UploadedScan;
import org.springframework.core.io.Resource;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
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
class CertificateController {

    record CertificateList(List<CertificateView> items) {}

    record CertificateReason(@Nullable @PlainText(max = 500, multiline = true) String reason) {}

    record CertificateVoid(
            @PlainText(max = 500, required = true, multiline = true) String reason) {}

    /**
     * A review that was done.
     *
     * @param nextDue a year after the one that was due if not given
     */
    record CertificateReview(
            @NotNull(message = "required") LocalDate doneOn,
            @Nullable LocalDate nextDue,
            @Nullable @PlainText(max = 500, multiline = true) String note) {}

    record CertificateNumber(@Nullable String value) {}

    record CertificateScanForm(@Schema(type = "string", format = "binary") String file) {}

    private final KeepingCertificates keeping;
    private final ReadingCertificates reading;
    private final CertificateScans scans;
    private final ObjectMapper json;
    private final Validator validator;

    CertificateController(
            KeepingCertificates keeping,
            ReadingCertificates reading,
            CertificateScans scans,
            ObjectMapper json,
            Validator validator) {
        this.keeping = keeping;
        this.reading = reading;
        this.scans = scans;
        this.json = json;
        this.validator = validator;
    }

    /** A customer's, the former ones last. */
    @Requires(Permission.CUSTOMER_READ)
    @GetMapping("/api/customers/{customerId}/certificates")
    CertificateList listCertificates(@PathVariable UUID customerId, Actor actor) {
        return new CertificateList(reading.listOf(actor, customerId));
    }

    /** Those of all customers that end, or are to be reviewed, within so many days, or did. */
    @Requires(Permission.CUSTOMER_READ)
    @GetMapping("/api/certificates")
    Listing<CertificateView> listDueCertificates(
            @RequestParam(defaultValue = "END") ReadingCertificates.Due due,
            @RequestParam(defaultValue = "60")
                    @Min(value = 0, message = "out-of-range:0–366")
                    @Max(value = 366, message = "out-of-range:0–366")
                    int within,
            @RequestParam(required = false) @Nullable CertificateKind kind,
            @RequestParam(required = false) @Nullable UUID ownerId,
            @RequestParam(required = false) @Nullable UUID departmentId,
            Paging paging,
            Actor actor) {
        return reading.listDue(
                actor,
                new ReadingCertificates.Filter(due, within, kind, ownerId, departmentId),
                paging);
    }

    @Requires(Permission.CUSTOMER_WRITE)
    @PostMapping("/api/customers/{customerId}/certificates")
    ResponseEntity<CertificateView> recordCertificate(
            @PathVariable UUID customerId,
            @Valid @RequestBody CertificateFields request,
            Actor actor) {
        return created(actor, keeping.record(actor, customerId, request));
    }

    private ResponseEntity<CertificateView> created(Actor actor, UUID id) {
        CertificateView certificate = reading.get(actor, id);
        return ResponseEntity.created(URI.create("/api/certificates/" + id))
                .eTag(new Version(certificate.version()).etag())
                .body(certificate);
    }

    /** The certificate issued in place of this one, which is kept. */
    @Requires(Permission.CUSTOMER_WRITE)
    @PostMapping("/api/certificates/{id}/renewal")
    ResponseEntity<CertificateView> renewCertificate(
            @PathVariable UUID id, @Valid @RequestBody CertificateFields request, Actor actor) {
        return created(actor, keeping.renew(actor, id, request));
    }

    /** JSON merge patch (RFC 7396) of the fields; {@code reason} beside them is kept in the log. */
    @Requires(Permission.CUSTOMER_WRITE)
    @PatchMapping(
            path = "/api/certificates/{id}",
            consumes = {MediaType.APPLICATION_JSON_VALUE, "application/merge-patch+json"})
    ResponseEntity<CertificateView> changeCertificate(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            schema =
                                                    @Schema(
                                                            implementation =
                                                                    CertificateFields.class)))
                    @RequestBody
                    ObjectNode patch,
            Actor actor) {
        long basedOn = Version.ofIfMatch(ifMatch).number();
        CertificateView current = reading.get(actor, id);
        if (current.version() != basedOn) {
            throw stale(current);
        }
        String reason = read(patch.deepCopy().retain("reason"), CertificateReason.class).reason();
        CertificateChange change =
                new CertificateChange(
                        basedOn,
                        Set.copyOf(patch.propertyNames()),
                        stored -> read(merged(stored, patch), CertificateFields.class),
                        reason);
        try {
            keeping.rewrite(actor, id, change);
        } catch (OptimisticLockingFailureException e) {
            throw stale(reading.get(actor, id));
        }
        CertificateView changed = reading.get(actor, id);
        return ResponseEntity.ok().eTag(new Version(changed.version()).etag()).body(changed);
    }

    private ObjectNode merged(CertificateFields stored, ObjectNode patch) {
        ObjectNode merged = json.valueToTree(stored);
        patch.properties().forEach(field -> merged.set(field.getKey(), field.getValue()));
        return merged;
    }

    private <T> T read(JsonNode body, Class<T> type) {
        T read = json.treeToValue(body, type);
        Set<ConstraintViolation<T>> violations = validator.validate(read);
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
        return read;
    }

    private static Problem stale(CertificateView current) {
        return Problem.of(KernelProblem.STALE_VERSION).with("current", current);
    }

    @Requires(Permission.CUSTOMER_WRITE)
    @PostMapping("/api/certificates/{id}/void")
    CertificateView voidCertificate(
            @PathVariable UUID id, @Valid @RequestBody CertificateVoid request, Actor actor) {
        keeping.voidIt(actor, id, request.reason());
        return reading.get(actor, id);
    }

    /** The review that is due was done; from now on the next one is. */
    @Requires(Permission.CUSTOMER_WRITE)
    @PostMapping("/api/certificates/{id}/reviews")
    CertificateView markCertificateReviewed(
            @PathVariable UUID id, @Valid @RequestBody CertificateReview request, Actor actor) {
        keeping.markReviewed(actor, id, request.doneOn(), request.nextDue(), request.note());
        return reading.get(actor, id);
    }

    /** The number of an identity document; that it was shown is in the log before it is. */
    @Requires(Permission.SENSITIVE_REVEAL)
    @PostMapping("/api/certificates/{id}/reveal")
    ResponseEntity<CertificateNumber> revealCertificate(
            @PathVariable UUID id, @Valid @RequestBody CertificateReason request, Actor actor) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new CertificateNumber(reading.revealNumber(actor, id, request.reason())));
    }

    /** Stores the scan: one PDF, PNG or JPEG of at most 20 MiB. */
    @Operation(
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                                            schema =
                                                    @Schema(
                                                            implementation =
                                                                    CertificateScanForm.class))))
    @Requires(Permission.CUSTOMER_WRITE)
    @PostMapping("/api/certificates/{id}/scan")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void attachCertificateScan(@PathVariable UUID id, Actor actor, HttpServletRequest request) {
        UploadedScan scan = UploadedScan.of(request);
        scans.attach(actor, id, scan.name(), scan.bytes());
    }

    /** The scan as it was uploaded, to be saved; its reading is kept in the log. */
    @Requires(Permission.CUSTOMER_READ)
    @GetMapping("/api/certificates/{id}/scan")
    ResponseEntity<Resource> readCertificateScan(@PathVariable UUID id, Actor actor) {
        CertificateScans.Scan scan = scans.read(actor, id);
        return ContentAnswer.saved(scan.bytes(), scan.name());
    }
}
