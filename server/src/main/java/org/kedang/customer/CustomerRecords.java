package org.kedang.customer;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;
import org.kedang.customfield.CustomFilter;
import org.kedang.customfield.CustomValues;
import org.kedang.customfield.ShowingValues;
import org.kedang.customfield.ShownValues;
import org.kedang.identity.Directory;
import org.kedang.identity.FieldAccess;
import org.kedang.identity.FieldRights;
import org.kedang.identity.SensitiveField;
import org.kedang.identity.Visibility;
import org.kedang.kernel.ChinaTime;
import org.kedang.kernel.Listing;
import org.kedang.kernel.Listings;
import org.kedang.kernel.Paging;
import org.kedang.kernel.SortOrder;
import org.kedang.kernel.SqlPredicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads customers as people see them; every query carries the reader's visibility. */
@Repository
public class CustomerRecords {
    private static final String CHANGED = "c.updated_at";

    private static final Map<String, String> SORTS =
            Map.of(
                    "number", "c.number",
                    "name", "c.name",
                    "kind", "c.kind",
                    "grade", "c.grade",
                    "createdAt", "c.created_at",
                    "updatedAt", CHANGED);

    /** So many rows are passed over as quickly as their keys alone. */
    private static final int PASSED_OVER = 200;

    /**
     * A whole record with names in place of ids, its sensitive fields as the reader may see them.
     *
     * @param parentName {@code null} if there is no parent, or none that the reader may see
     * @param gradeByHand whether a person gave the grade, so that no rule changes it
     * @param maskedFields of which only the masked form is given
     * @param hiddenFields that are never given
     * @param readOnlyFields that are given and cannot be changed by the reader
     * @param more values of custom fields
     */
    @Schema(name = "Customer")
    public record CustomerView(
            UUID id,
            long version,
            String number,
            CustomerType type,
            String name,
            @Nullable String shortName,
            List<String> formerNames,
            @Nullable String creditCode,
            @Nullable String idNumber,
            @Nullable String legalRepresentative,
            @Nullable String regionCode,
            @Nullable String regionName,
            @Nullable String address,
            @Nullable String phone,
            @Nullable String fax,
            @Nullable String mail,
            @Nullable String web,
            @Nullable String bankName,
            @Nullable String bankAccount,
            @Nullable String industryCode,
            @Nullable String industryName,
            @Nullable String businessScope,
            @Nullable CustomerSize size,
            @Nullable CustomerNature nature,
            @Nullable CustomerSource source,
            @Nullable LocalDate cooperatingSince,
            @Nullable UUID parentId,
            @Nullable String parentName,
            CustomerKind kind,
            @Nullable CustomerGrade grade,
            boolean gradeByHand,
            List<String> tags,
            UUID ownerId,
            String ownerName,
            UUID departmentId,
            String departmentName,
            @Nullable String note,
            ShownValues more,
            Instant createdAt,
            String createdByName,
            Instant updatedAt,
            String updatedByName,
            List<String> maskedFields,
            List<String> hiddenFields,
            List<String> readOnlyFields) {}

    /**
     * A line of the list; the phone is as the reader may see it.
     *
     * @param more values of custom fields by name, people by theirs
     */
    public record CustomerRow(
            UUID id,
            String number,
            CustomerType type,
            String name,
            @Nullable String shortName,
            @Nullable String creditCode,
            @Nullable String phone,
            String regionName,
            String industryName,
            @Nullable CustomerSize size,
            @Nullable CustomerSource source,
            @Nullable LocalDate cooperatingSince,
            CustomerKind kind,
            @Nullable CustomerGrade grade,
            List<String> tags,
            String ownerName,
            String departmentName,
            Map<String, Object> more,
            Instant updatedAt) {}

    /**
     * What narrows the list; {@code null} does not. Days are days in China.
     *
     * @param industryCode a section stands for its divisions
     * @param sharedWithMe only customers that were opened to the reader singly
     * @param more what narrows it by custom fields
     */
    public record Filter(
            @Nullable CustomerType type,
            @Nullable CustomerKind kind,
            @Nullable CustomerGrade grade,
            @Nullable UUID ownerId,
            @Nullable UUID departmentId,
            @Nullable String regionCode,
            @Nullable String industryCode,
            @Nullable String tag,
            @Nullable LocalDate createdFrom,
            @Nullable LocalDate createdTo,
            CompanyTraits traits,
            boolean sharedWithMe,
            CustomFilter more) {
        public static final Filter ALL =
                new Filter(
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        CompanyTraits.ANY,
                        false,
                        CustomFilter.NONE);
    }

    private final JdbcClient jdbc;
    private final Directory directory;
    private final Regions regions;
    private final Listings listings;
    private final ShowingValues values;

    CustomerRecords(
            JdbcClient jdbc,
            Listings listings,
            Directory directory,
            Regions regions,
            ShowingValues values) {
        this.jdbc = jdbc;
        this.listings = listings;
        this.directory = directory;
        this.regions = regions;
        this.values = values;
    }

    public Optional<CustomerView> find(UUID id, Visibility visibility) {
        SqlPredicate visible = visibility.customers("c");
        SqlPredicate parent = visibility.customers("p").named("parent");
        return jdbc.sql(
                        """
                        select c.*, (select p.name from customer p where p.id = c.parent_id and %s) as parent_name
                        from customer c where c.id = :id and %s
                        """
                                .formatted(parent.sql(), visible.sql()))
                .param("id", id)
                .params(visible.params())
                .params(parent.params())
                .query((row, n) -> view(row, visibility.fields()))
                .optional();
    }

    /** Those of the customers that the reader may see, without order. */
    public List<CustomerRow> listByIds(List<UUID> ids, Visibility visibility) {
        SqlPredicate visible = visibility.customers("c");
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql("select c.* from customer c where c.id in (:ids) and " + visible.sql())
                        .param("ids", ids)
                        .params(visible.params())
                        .query((row, n) -> row(row, visibility.fields()))
                        .list();
    }

    public Optional<CustomerSummary> findSummary(UUID id, Visibility visibility) {
        SqlPredicate visible = visibility.customers("c");
        return jdbc.sql(
                        "select c.id, c.number, c.name, c.owner_id, c.department_id from customer c"
                                + " where c.id = :id and "
                                + visible.sql())
                .param("id", id)
                .params(visible.params())
                .query(CustomerSummary.class)
                .optional();
    }

    /**
     * @param sort number, name, kind, grade, createdAt, updatedAt; a leading {@code -} turns it
     *     round
     */
    public Listing<CustomerRow> list(
            Filter filter, @Nullable String sort, Paging paging, Visibility visibility) {
        SqlPredicate where = where(filter, visibility);
        SortOrder order = SortOrder.parse(sort, "-updatedAt", SORTS);
        Listings.Rows rows =
                new Listings.Rows("c.*", "customer c", where, order(order, filter).sql("c.id"));
        return listings.read(
                paging.offset() > PASSED_OVER || isOfDays(filter) ? rows.byKey("c.id") : rows,
                paging,
                (row, n) -> row(row, visibility.fields()));
    }

    /**
     * Who asks for days of creation by last change gets those days sorted, not all that changed
     * since passed over: the index of last change must not seem to have this order.
     */
    private static SortOrder order(SortOrder order, Filter filter) {
        return isOfDays(filter) && order.column().equals(CHANGED)
                ? new SortOrder("(" + CHANGED + " + interval '0')", order.descending())
                : order;
    }

    private static boolean isOfDays(Filter filter) {
        return filter.createdFrom() != null || filter.createdTo() != null;
    }

    /** How many the list has, counted no further than to {@code most}. */
    public long count(Filter filter, Visibility visibility, int most) {
        SqlPredicate where = where(filter, visibility);
        return jdbc.sql(
                        "select count(*) from (select 1 from customer c where %s limit %d) counted"
                                .formatted(where.sql(), most))
                .params(where.params())
                .query(Long.class)
                .single();
    }

    /** Whole records of the list by number, those behind the given number. */
    public List<CustomerView> listAfter(
            Filter filter, @Nullable String number, int most, Visibility visibility) {
        SqlPredicate where =
                where(filter, visibility)
                        .and(
                                SqlPredicate.of(
                                        "c.number > :after",
                                        "after",
                                        number == null ? "" : number));
        return listWhole(where, most, visibility);
    }

    /** Whole records of those of the customers that the reader may see, by number. */
    public List<CustomerView> listWhole(List<UUID> ids, Visibility visibility) {
        return ids.isEmpty()
                ? List.of()
                : listWhole(
                        visibility
                                .customers("c")
                                .and(SqlPredicate.of("c.id in (:ids)", "ids", ids)),
                        ids.size(),
                        visibility);
    }

    private List<CustomerView> listWhole(SqlPredicate where, int most, Visibility visibility) {
        return jdbc.sql(
                        "select c.*, null as parent_name from customer c where %s order by c.number limit %d"
                                .formatted(where.sql(), most))
                .params(where.params())
                .query((row, n) -> view(row, visibility.fields()))
                .list();
    }

    private static SqlPredicate where(Filter filter, Visibility visibility) {
        return visibility.customers("c").and(predicate(filter)).and(shared(filter, visibility));
    }

    private static SqlPredicate predicate(Filter filter) {
        StringBuilder sql = new StringBuilder("true");
        Map<String, Object> params = new HashMap<>();
        add(sql, params, "c.type = :type", "type", name(filter.type()));
        add(sql, params, "c.kind = :kind", "kind", name(filter.kind()));
        add(sql, params, "c.grade = :grade", "grade", name(filter.grade()));
        add(sql, params, "c.owner_id = :owner", "owner", filter.ownerId());
        add(sql, params, "c.department_id = :department", "department", filter.departmentId());
        add(
                sql,
                params,
                "c.region_code like :region",
                "region",
                regionPattern(filter.regionCode()));
        add(
                sql,
                params,
                "c.industry_code like :industry",
                "industry",
                industryPattern(filter.industryCode()));
        add(sql, params, "c.tags @> array[:tag]::text[]", "tag", filter.tag());
        LocalDate from = filter.createdFrom();
        LocalDate to = filter.createdTo();
        add(sql, params, "c.created_at >= :from", "from", from == null ? null : startOf(from));
        add(sql, params, "c.created_at < :to", "to", to == null ? null : startOf(to.plusDays(1)));
        add(sql, params, filter.traits());
        return new SqlPredicate(sql.toString(), params).and(CustomConditions.of(filter.more()));
    }

    private static void add(StringBuilder sql, Map<String, Object> params, CompanyTraits traits) {
        add(sql, params, "c.size = :companySize", "companySize", name(traits.companySize()));
        add(sql, params, "c.nature = :nature", "nature", name(traits.nature()));
        add(sql, params, "c.source = :source", "source", name(traits.source()));
        add(sql, params, "c.cooperating_since >= :since", "since", traits.cooperatingFrom());
        add(sql, params, "c.cooperating_since <= :until", "until", traits.cooperatingTo());
    }

    private static SqlPredicate shared(Filter filter, Visibility visibility) {
        return filter.sharedWithMe() ? visibility.sharedCustomers("c") : SqlPredicate.TRUE;
    }

    private static void add(
            StringBuilder sql,
            Map<String, Object> params,
            String condition,
            String name,
            @Nullable Object value) {
        if (value != null) {
            sql.append(" and ").append(condition);
            params.put(name, value);
        }
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    /** A province stands for all below it. */
    private static @Nullable String regionPattern(@Nullable String code) {
        return code == null ? null : Regions.start(code) + "%";
    }

    private static @Nullable String industryPattern(@Nullable String code) {
        return code == null ? null : Industries.start(code) + "%";
    }

    private static OffsetDateTime startOf(LocalDate day) {
        return day.atStartOfDay(ChinaTime.ZONE).toOffsetDateTime();
    }

    private CustomerRow row(ResultSet row, FieldRights fields) throws SQLException {
        return new CustomerRow(
                row.getObject("id", UUID.class),
                row.getString("number"),
                CustomerType.valueOf(row.getString("type")),
                row.getString("name"),
                row.getString("short_name"),
                row.getString("credit_code"),
                fields.shown(SensitiveField.PHONE, row.getString("phone")),
                regions.name(row.getString("region_code")),
                Industries.name(row.getString("industry_code")),
                value(CustomerSize.class, row.getString("size")),
                value(CustomerSource.class, row.getString("source")),
                row.getObject("cooperating_since", LocalDate.class),
                CustomerKind.valueOf(row.getString("kind")),
                value(CustomerGrade.class, row.getString("grade")),
                texts(row, "tags"),
                directory.personName(row.getObject("owner_id", UUID.class)),
                directory.departmentName(row.getObject("department_id", UUID.class)),
                values.listed(CustomerRecordType.CODE, custom(row), fields),
                instant(row, "updated_at"));
    }

    private CustomerView view(ResultSet row, FieldRights fields) throws SQLException {
        CustomerRow brief = row(row, fields);
        UUID owner = row.getObject("owner_id", UUID.class);
        UUID department = row.getObject("department_id", UUID.class);
        return new CustomerView(
                brief.id(),
                row.getLong("version"),
                brief.number(),
                brief.type(),
                brief.name(),
                brief.shortName(),
                texts(row, "former_names"),
                brief.creditCode(),
                fields.shown(SensitiveField.ID_NUMBER, row.getString("id_number")),
                row.getString("legal_representative"),
                row.getString("region_code"),
                brief.regionName(),
                fields.shown(SensitiveField.ADDRESS, row.getString("address")),
                brief.phone(),
                row.getString("fax"),
                fields.shown(SensitiveField.MAIL, row.getString("mail")),
                row.getString("web"),
                row.getString("bank_name"),
                fields.shown(SensitiveField.BANK_ACCOUNT, row.getString("bank_account")),
                row.getString("industry_code"),
                brief.industryName(),
                row.getString("business_scope"),
                brief.size(),
                value(CustomerNature.class, row.getString("nature")),
                brief.source(),
                brief.cooperatingSince(),
                row.getObject("parent_id", UUID.class),
                row.getString("parent_name"),
                brief.kind(),
                brief.grade(),
                row.getBoolean("grade_by_hand"),
                brief.tags(),
                owner,
                brief.ownerName(),
                department,
                brief.departmentName(),
                row.getString("note"),
                values.shown(CustomerRecordType.CODE, custom(row), fields),
                instant(row, "created_at"),
                directory.personName(row.getObject("created_by", UUID.class)),
                brief.updatedAt(),
                directory.personName(row.getObject("updated_by", UUID.class)),
                fields.names(FieldAccess.MASKED),
                fields.names(FieldAccess.HIDDEN),
                fields.names(FieldAccess.READ));
    }

    private static Map<String, Object> custom(ResultSet row) throws SQLException {
        return CustomValues.read(row.getString("more"));
    }

    static <E extends Enum<E>> @Nullable E value(Class<E> type, @Nullable String name) {
        return name == null ? null : Enum.valueOf(type, name);
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
