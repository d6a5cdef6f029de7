package org.kedang.customer;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;
import org.kedang.customfield.CustomField;
import org.kedang.customfield.CustomValues;
import org.kedang.customfield.ShowingValues;
import org.kedang.identity.Directory;
import org.kedang.identity.FieldAccess;
import org.kedang.identity.FieldRights;
import org.kedang.identity.SensitiveField;
import org.kedang.identity.Visibility;
import org.kedang.kernel.Listing;
import org.kedang.kernel.Listings;
import org.kedang.kernel.Paging;
import org.kedang.kernel.Problem;
import org.kedang.kernel.SqlPredicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Every version that a customer's record ever had. The database keeps them by itself when a record
 * is changed; here they are only read.
 */
@Repository
public class Versions {
    /**
     * How a version came to be.
     *
     * @param fields what differs from the version before; empty for the first
     */
    @Schema(name = "CustomerVersion")
    public record Made(
            long version,
            Instant at,
            String byName,
            @Nullable String reason,
            List<String> fields) {}

    /**
     * A field that two versions have differently, in words where it is not one of a few choices.
     *
     * @param field of custom ones the path, such as {@code more.f1}
     * @param hidden whether the reader may not see the values
     */
    @Schema(name = "CustomerVersionDifference")
    public record Difference(
            String field, @Nullable String before, @Nullable String after, boolean hidden) {}

    private final JdbcClient jdbc;
    private final Listings listings;
    private final ObjectMapper json;
    private final Directory directory;
    private final Regions regions;
    private final ShowingValues values;

    Versions(
            JdbcClient jdbc,
            Listings listings,
            ObjectMapper json,
            Directory directory,
            Regions regions,
            ShowingValues values) {
        this.jdbc = jdbc;
        this.listings = listings;
        this.json = json;
        this.directory = directory;
        this.regions = regions;
        this.values = values;
    }

    /** All versions, newest first. */
    public Listing<Made> list(UUID customer, Paging paging) {
        return listings.read(
                new Listings.Rows(
                        "*",
                        """
                        (select version + 1 as version, changed_at, changed_by, changed, reason
                         from customer_version where customer_id = :customer
                         union all
                         select 0, created_at, created_by, '{}', null from customer where id = :customer) v
                        """,
                        SqlPredicate.of(":customer::uuid is not null", "customer", customer),
                        "version desc"),
                paging,
                (row, n) ->
                        new Made(
                                row.getLong("version"),
                                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                                directory.personName(row.getObject("changed_by", UUID.class)),
                                row.getString("reason"),
                                VersionRecord.properties(
                                        (String[]) row.getArray("changed").getArray())));
    }

    /**
     * What two versions have differently.
     *
     * @throws Problem {@code not-found} if the customer has no such version
     */
    public List<Difference> compare(UUID customer, long from, long to, Visibility visibility) {
        CustomerFields earlier = get(customer, from);
        CustomerFields later = get(customer, to);
        List<Difference> found = new ArrayList<>(own(earlier, later, visibility));
        found.addAll(custom(earlier.custom(), later.custom(), visibility.fields()));
        return found;
    }

    private List<Difference> own(
            CustomerFields earlier, CustomerFields later, Visibility visibility) {
        JsonNode before = json.valueToTree(earlier);
        JsonNode after = json.valueToTree(later);
        return Arrays.stream(CustomerFields.class.getRecordComponents())
                .map(component -> component.getName())
                .filter(field -> !field.equals(CustomValues.MEMBER))
                .filter(field -> !words(before, field).equals(words(after, field)))
                .map(
                        field ->
                                difference(
                                        field,
                                        words(before, field),
                                        words(after, field),
                                        visibility.fields()))
                .toList();
    }

    /** What waits, as the reader may see it. */
    public List<Difference> list(List<HeldValue> values, FieldRights rights) {
        return values.stream()
                .map(
                        value ->
                                difference(
                                        value.field(),
                                        words(value.field(), value.before()),
                                        words(value.field(), value.after()),
                                        rights))
                .toList();
    }

    /** The same as it may be kept for good: what is sensitive only masked. */
    public List<Difference> listMasked(List<HeldValue> values) {
        return list(values, FieldRights.MASKED);
    }

    private List<Difference> custom(
            Map<String, Object> before, Map<String, Object> after, FieldRights rights) {
        return CustomValues.changed(before, after).stream()
                .sorted()
                .flatMap(name -> values.find(CustomerRecordType.CODE, name).stream())
                .map(field -> difference(field, before, after, rights))
                .toList();
    }

    private Difference difference(
            CustomField field,
            Map<String, Object> before,
            Map<String, Object> after,
            FieldRights rights) {
        String path = CustomValues.path(field.name());
        return values.isHidden(field, rights)
                ? new Difference(path, null, null, true)
                : new Difference(
                        path,
                        values.compared(field, before, rights),
                        values.compared(field, after, rights),
                        false);
    }

    /** What the record was. */
    CustomerFields get(UUID customer, long version) {
        return find(customer, version).orElseThrow(Problem::notFound);
    }

    private Optional<CustomerFields> find(UUID customer, long version) {
        return jdbc.sql(
                        """
                        select record from customer_version where customer_id = :customer and version = :version
                        union all
                        select to_jsonb(c) from customer c where c.id = :customer and c.version = :version
                        """)
                .param("customer", customer)
                .param("version", version)
                .query((row, n) -> VersionRecord.read(row.getString(1)))
                .optional();
    }

    private String words(JsonNode fields, String field) {
        return words(field, fields.path(field));
    }

    private String words(String field, JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        return switch (field) {
            case "ownerId" -> directory.personName(UUID.fromString(value.asString()));
            case "departmentId" -> directory.departmentName(UUID.fromString(value.asString()));
            case "regionCode" -> regions.name(value.asString());
            case "industryCode" -> Industries.name(value.asString());
            default ->
                    value.isArray()
                            ? String.join("；", value.valueStream().map(JsonNode::asString).toList())
                            : value.asString();
        };
    }

    private static Difference difference(
            String field, String before, String after, FieldRights rights) {
        Optional<SensitiveField> sensitive = SensitiveField.of(field);
        boolean hidden = sensitive.filter(one -> rights.of(one) == FieldAccess.HIDDEN).isPresent();
        return hidden
                ? new Difference(field, null, null, true)
                : new Difference(
                        field,
                        shown(sensitive, rights, before),
                        shown(sensitive, rights, after),
                        false);
    }

    private static @Nullable String shown(
            Optional<SensitiveField> field, FieldRights rights, String value) {
        String some = value.isEmpty() ? null : value;
        return field.isPresent() ? rights.shown(field.get(), some) : some;
    }
}
