package org.kedang.customer.web;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Valid;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotNull;

import org.jspecify.annotations.Nullable;
import org.kedang.audit.Audit;
import org.kedang.audit.Entry;
import org.kedang.customer.CompanyTraits;
import org.kedang.customer.CustomerAct;
import org.kedang.customer.CustomerChange;
import org.kedang.customer.CustomerFields;
import org.kedang.customer.CustomerGrade;
import org.kedang.customer.CustomerKind;
import org.kedang.customer.CustomerRecordType;
import org.kedang.customer.CustomerRecords;
import org.kedang.customer.CustomerRecords.CustomerRow;
import org.kedang.customer.CustomerRecords.CustomerView;
import org.kedang.customer.CustomerType;
import org.kedang.customer.Duplicates;
import org.kedang.customer.FindingCustomers;
import org.kedang.customer.GroupStructure;
import org.kedang.customer.Industries;
import org.kedang.customer.ReachingCustomers;
import org.kedang.customer.Regions;
import org.kedang.customer.RegisteringCustomer;
import org.kedang.customer.Revealing;
import org.kedang.customfield.CustomValues;
import org.kedang.customfield.ReadingFilters;
import org.kedang.identity.SensitiveField;
import org.kedang.identity.Visibilities;
import org.kedang.identity.Visibility;
import org.kedang.kernel.Actor;
import org.kedang.kernel.KernelProblem;
import org.kedang.kernel.Listing;
import org.kedang.kernel.Paging;
import org.kedang.kernel.Permission;
import org.kedang.kernel.PlainText;
import org.kedang.kernel.Problem;
import org.kedang.kernel.Requires;
import org.kedang.kernel.SignedIn;
import org.kedang.kernel.Version;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.CacheControl;
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
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

@RestController
class CustomerController {
    /** Why a record is changed. */
    record Reason(@Nullable @PlainText(max = 500, multiline = true) String reason) {}

    record RevealRequest(
            @NotNull(message = "required") SensitiveField field,
            @Nullable @PlainText(max = 500, multiline = true) String reason) {}

    record RevealedField(SensitiveField field, @Nullable String value) {}

    record RevealedCustomField(String name, @Nullable Object value) {}

    record RegionList(List<Regions.Region> items) {}

    record IndustryList(List<Industries.Industry> items) {}

    record CustomerGroup(List<GroupStructure.Member> members) {}

    private final RegisteringCustomer registering;
    private final CustomerRecords records;
    private final FindingCustomers finding;
    private final Duplicates duplicates;
    private final Revealing revealing;
    private final ReachingCustomers reaching;
    private final GroupStructure groups;
    private final Regions regions;
    private final ReadingFilters filters;
    private final Visibilities visibilities;
    private final Audit audit;
    private final ObjectMapper json;
    private final Validator validator;

    CustomerController(
            RegisteringCustomer registering,
            CustomerRecords records,
            FindingCustomers finding,
            Duplicates duplicates,
            Revealing revealing,
            ReachingCustomers reaching,
            GroupStructure groups,
            Regions regions,
            ReadingFilters filters,
            Visibilities visibilities,
            Audit audit,
            ObjectMapper json,
            Validator validator) {
        this.registering = registering;
        this.records = records;
        this.finding = finding;
        this.duplicates = duplicates;
        this.revealing = revealing;
        this.reaching = reaching;
        this.groups = groups;
        this.regions = regions;
        this.filters = filters;
        this.visibilities = visibilities;
        this.audit = audit;
        this.json = json;
        this.validator = validator;
    }

    /**
     * Registers; {@code acceptDuplicates: true} beside the fields says that the likely same ones
     * are others. Whoever entered it is answered what he wrote, also where a rule gave it to
     * somebody whose customers he does not see.
     */
    @Requires(Permission.CUSTOMER_WRITE)
    @PostMapping("/api/customers")
    ResponseEntity<CustomerView> register(
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            schema =
                                                    @Schema(implementation = CustomerFields.class)))
                    @RequestBody
                    ObjectNode body,
            Actor actor) {
        boolean accepts = body.path("acceptDuplicates").asBoolean(false);
        UUID id = registering.register(actor, fields(body), accepts);
        CustomerView customer =
                records.find(id, visible(actor))
                        .or(() -> records.find(id, visible(Actor.SYSTEM)))
                        .orElseThrow(Problem::notFound);
        return ResponseEntity.created(URI.create("/api/customers/" + id))
                .eTag(new Version(customer.version()).etag())
                .body(customer);
    }

    private CustomerFields fields(JsonNode body) {
        return read(body, CustomerFields.class);
    }

    private <T> T read(JsonNode body, Class<T> type) {
        T read = json.treeToValue(body, type);
        Set<ConstraintViolation<T>> violations = validator.validate(read);
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
        return read;
    }

    /**
     * A list narrowed by filters and by words in {@code q}; reading it is kept in the log.
     *
     * @param more conditions on custom fields, percent-encoded: {@code f1=o2&f2=100..200}
     */
    @Requires(Permission.CUSTOMER_READ)
    @GetMapping("/api/customers")
    Listing<CustomerRow> list(
            @RequestParam(required = false) @Nullable @PlainText(max = 200) String q,
            @RequestParam(required = false) @Nullable CustomerType type,
            @RequestParam(required = false) @Nullable CustomerKind kind,
            @RequestParam(required = false) @Nullable CustomerGrade grade,
            @RequestParam(required = false) @Nullable UUID ownerId,
            @RequestParam(required = false) @Nullable UUID departmentId,
            @RequestParam(required = false) @Nullable String regionCode,
            @RequestParam(required = false) @Nullable String industryCode,
            @RequestParam(required = false) @Nullable @PlainText(max = 30) String tag,
            @RequestParam(required = false) @Nullable LocalDate createdFrom,
            @RequestParam(required = false) @Nullable LocalDate createdTo,
            @ParameterObject CompanyTraits traits,
            @RequestParam(defaultValue = "false") boolean sharedWithMe,
            @RequestParam(required = false) @Nullable @PlainText(max = 2000) String more,
            @RequestParam(required = false) @Nullable String sort,
            Paging paging,
            Actor actor) {
        CustomerRecords.Filter filter =
                new CustomerRecords.Filter(
                        type,
                        kind,
                        grade,
                        ownerId,
                        departmentId,
                        regionCode,
                        industryCode,
                        tag,
                        createdFrom,
                        createdTo,
                        traits,
                        sharedWithMe,
                        filters.read(CustomerRecordType.CODE, more));
        Visibility visibility = visible(actor);
        Listing<CustomerRow> found =
                q == null || q.isBlank()
                        ? records.list(filter, sort, paging, visibility)
                        : finding.list(q, filter, sort, paging, visibility);
        audit.recordRead(Entry.of(actor, CustomerAct.LISTED).reason(q));
        return found;
    }

    @Requires(Permission.CUSTOMER_READ)
    @GetMapping("/api/customers/{id}")
    ResponseEntity<CustomerView> get(@PathVariable UUID id, Actor actor) {
        CustomerView customer = records.find(id, visible(actor)).orElseThrow(Problem::notFound);
        audit.recordRead(
                Entry.of(actor, CustomerAct.READ)
                        .subject("customer", id, customer.name())
                        .customer(id));
        return withEtag(customer);
    }

    private Visibility visible(Actor actor) {
        return visibilities.of(actor, Permission.CUSTOMER_READ);
    }

    private static ResponseEntity<CustomerView> withEtag(CustomerView customer) {
        return ResponseEntity.ok().eTag(new Version(customer.version()).etag()).body(customer);
    }

    /** JSON merge patch (RFC 7396) of the fields; {@code reason} beside them is kept in the log. */
    @Requires(Permission.CUSTOMER_WRITE)
    @PatchMapping(
            path = "/api/customers/{id}",
            consumes = {MediaType.APPLICATION_JSON_VALUE, "application/merge-patch+json"})
    ResponseEntity<CustomerView> change(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            schema =
                                                    @Schema(implementation = CustomerFields.class)))
                    @RequestBody
                    ObjectNode patch,
            Actor actor) {
        long basedOn = Version.ofIfMatch(ifMatch).number();
        CustomerView current = records.find(id, visible(actor)).orElseThrow(Problem::notFound);
        if (current.version() != basedOn) {
            throw stale(current);
        }
        String reason = read(patch.deepCopy().retain("reason"), Reason.class).reason();
        CustomerChange change =
                new CustomerChange(
                        basedOn,
                        CustomValues.named(patch),
                        stored -> fields(merged(stored, patch)),
                        reason);
        try {
            registering.rewrite(actor, id, change);
        } catch (OptimisticLockingFailureException e) {
            throw stale(records.find(id, visible(actor)).orElse(current));
        }
        return withEtag(records.find(id, visible(actor)).orElse(current));
    }

    private ObjectNode merged(CustomerFields stored, ObjectNode patch) {
        return CustomValues.merge(json.valueToTree(stored), patch);
    }

    private static Problem stale(CustomerView current) {
        return Problem.of(KernelProblem.STALE_VERSION).with("current", current);
    }

    /** Customers that are likely the one being typed. */
    @Requires(Permission.CUSTOMER_READ)
    @GetMapping("/api/customers/duplicates")
    Duplicates.Found duplicates(
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(required = false) @Nullable String creditCode,
            @RequestParam(required = false) @Nullable String phone,
            @RequestParam(required = false) @Nullable UUID exceptId,
            Actor actor) {
        return duplicates.find(name, creditCode, phone, exceptId, visible(actor));
    }

    /** The clear value of one masked field; that it was shown is in the log before it is. */
    @Requires(Permission.SENSITIVE_REVEAL)
    @PostMapping("/api/customers/{id}/reveal")
    ResponseEntity<RevealedField> reveal(
            @PathVariable UUID id, @Valid @RequestBody RevealRequest request, Actor actor) {
        String value = revealing.reveal(actor, id, request.field(), request.reason());
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new RevealedField(request.field(), value));
    }

    /** The clear value of one masked custom field; that it was shown is in the log before it is. */
    @Requires(Permission.SENSITIVE_REVEAL)
    @PostMapping("/api/customers/{id}/more/{name}/reveal")
    ResponseEntity<RevealedCustomField> revealCustom(
            @PathVariable UUID id,
            @PathVariable String name,
            @Valid @RequestBody Reason request,
            Actor actor) {
        Object value = revealing.revealCustom(actor, id, name, request.reason());
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new RevealedCustomField(name, value));
    }

    @SignedIn
    @GetMapping("/api/regions")
    ResponseEntity<RegionList> listRegions() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePrivate())
                .body(new RegionList(regions.list()));
    }

    @SignedIn
    @GetMapping("/api/regions/{county}/streets")
    ResponseEntity<RegionList> listStreets(@PathVariable String county) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePrivate())
                .body(new RegionList(regions.listStreets(county)));
    }

    /** The group that the customer belongs to; it may be alone in it. */
    @Requires(Permission.CUSTOMER_READ)
    @GetMapping("/api/customers/{id}/group")
    CustomerGroup group(@PathVariable UUID id, Actor actor) {
        reaching.get(actor, id);
        return new CustomerGroup(groups.list(id, visible(actor)));
    }

    @SignedIn
    @GetMapping("/api/industries")
    ResponseEntity<IndustryList> listIndustries() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePrivate())
                .body(new IndustryList(Industries.list()));
    }
}
