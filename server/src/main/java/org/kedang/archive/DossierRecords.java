package org.kedang.archive;

import org.jspecify.annotations.Nullable;
import org.kedang.identity.Directory;
import org.kedang.identity.SecrecyLevel;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Listing;
import org.kedang.kernel.Listings;
import org.kedang.kernel.Paging;
import org.kedang.kernel.SortOrder;
import org.kedang.kernel.SqlPredicate;
import org.kedang.kernel.Texts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads dossiers as people see them; every query carries the reader's visibility. */
@Repository
public class DossierRecords {
    private static final Map<String, String> SORTS =
            Map.of("number", "d.number", "title", "d.title", "openedAt", "d.opened_at");

    private static final String COLUMNS =
            "d.*, (select count(*) from item i where i.dossier_id = d.id and i.secrecy <="
                    + " :visClearance) item_count";

    private static final String WORDS = "(d.number || ' ' || d.title || ' ' || d.customer_name)";

    /**
     * A line of the list.
     *
     * @param missing required documents that no item within the reader's clearance names; {@code
     *     null} if the list was not asked for them
     */
    public record DossierRow(
            UUID id,
            long version,
            String number,
            String title,
            UUID customerId,
            String customerName,
            String fondsCode,
            String categoryCode,
            String classCode,
            String className,
            int year,
            String period,
            UUID departmentId,
            String departmentName,
            SecrecyLevel secrecy,
            DossierState state,
            int itemCount,
            @Nullable List<String> missing,
            Instant openedAt,
            String openedByName) {

        private DossierRow withMissing(List<String> some) {
            return new DossierRow(
                    id,
                    version,
                    number,
                    title,
                    customerId,
                    customerName,
                    fondsCode,
                    categoryCode,
                    classCode,
                    className,
                    year,
                    period,
                    departmentId,
                    departmentName,
                    secrecy,
                    state,
                    itemCount,
                    some,
                    openedAt,
                    openedByName);
        }
    }

    /**
     * A whole dossier.
     *
     * @param missing required documents that no item within the reader's clearance names in its
     *     title or kind
     */
    public record DossierView(
            UUID id,
            long version,
            String number,
            String title,
            UUID customerId,
            String customerName,
            String fondsCode,
            String categoryCode,
            String classCode,
            String className,
            int year,
            String period,
            UUID departmentId,
            String departmentName,
            SecrecyLevel secrecy,
            DossierState state,
            @Nullable String note,
            int itemCount,
            List<String> missing,
            Instant openedAt,
            String openedByName) {}

    /**
     * What narrows the list; {@code null} does not.
     *
     * @param q stands anywhere in number, title or customer's name
     * @param sharedWithMe only dossiers opened to the reader singly or with their customer
     * @param withMissing whether the lines name missing documents
     */
    public record Filter(
            @Nullable UUID customerId,
            @Nullable String q,
            @Nullable String classCode,
            @Nullable Integer year,
            @Nullable SecrecyLevel secrecy,
            @Nullable UUID departmentId,
            @Nullable DossierState state,
            boolean sharedWithMe,
            boolean withMissing) {}

    private final JdbcClient jdbc;
    private final Listings listings;
    private final Access access;
    private final Schemes schemes;
    private final Directory directory;
    private final MissingDocuments missing;

    DossierRecords(
            JdbcClient jdbc,
            Listings listings,
            Access access,
            Schemes schemes,
            Directory directory,
            MissingDocuments missing) {
        this.jdbc = jdbc;
        this.listings = listings;
        this.access = access;
        this.schemes = schemes;
        this.directory = directory;
        this.missing = missing;
    }

    public Optional<DossierView> find(Actor actor, UUID id) {
        SqlPredicate visible = access.dossiers(actor);
        return jdbc.sql(
                        "select %s from dossier d where d.id = :id and %s"
                                .formatted(COLUMNS, visible.sql()))
                .params(access.clearance(actor).params())
                .params(visible.params())
                .param("id", id)
                .query((row, n) -> view(row, n, access.readable(actor).clearance()))
                .optional();
    }

    /**
     * @param sort number, title, openedAt; a leading {@code -} turns it round
     */
    public Listing<DossierRow> list(
            Actor actor, Filter filter, @Nullable String sort, Paging paging) {
        SqlPredicate where =
                access.dossiers(actor).and(predicate(filter)).and(shared(actor, filter));
        SortOrder order = SortOrder.parse(sort, "-openedAt", SORTS);
        Listing<DossierRow> page =
                listings.read(
                        new Listings.Rows(COLUMNS, "dossier d", where, order.sql("d.id")),
                        paging,
                        this::row);
        return filter.withMissing() ? page.with(withMissing(actor, page.items())) : page;
    }

    private List<DossierRow> withMissing(Actor actor, List<DossierRow> page) {
        Map<UUID, List<String>> gaps =
                missing.ofAll(
                        page.stream().map(DossierRow::id).toList(),
                        access.readable(actor).clearance());
        return page.stream()
                .map(row -> row.withMissing(gaps.getOrDefault(row.id(), List.of())))
                .toList();
    }

    private static SqlPredicate predicate(Filter filter) {
        StringBuilder sql = new StringBuilder("true");
        Map<String, Object> params = new HashMap<>();
        String q = Texts.trimmed(filter.q());
        SecrecyLevel secrecy = filter.secrecy();
        DossierState state = filter.state();
        add(sql, params, "d.customer_id = :customer", "customer", filter.customerId());
        add(sql, params, WORDS + " ilike :q escape '!'", "q", q == null ? null : infix(q));
        add(sql, params, "d.class_code = :class", "class", Texts.trimmed(filter.classCode()));
        add(sql, params, "d.year = :year", "year", filter.year());
        add(
                sql,
                params,
                "d.secrecy = :secrecy",
                "secrecy",
                secrecy == null ? null : secrecy.ordinal());
        add(sql, params, "d.department_id = :department", "department", filter.departmentId());
        add(sql, params, "d.state = :state", "state", state == null ? null : state.name());
        return new SqlPredicate(sql.toString(), params);
    }

    private SqlPredicate shared(Actor actor, Filter filter) {
        return filter.sharedWithMe()
                ? access.readable(actor).sharedDossiers("d")
                : SqlPredicate.TRUE;
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

    static String infix(String q) {
        return "%" + q.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }

    private DossierRow row(ResultSet row, int number) throws SQLException {
        UUID department = row.getObject("department_id", UUID.class);
        String recordClass = row.getString("class_code");
        return new DossierRow(
                row.getObject("id", UUID.class),
                row.getLong("version"),
                row.getString("number"),
                row.getString("title"),
                row.getObject("customer_id", UUID.class),
                row.getString("customer_name"),
                row.getString("fonds_code"),
                row.getString("category_code"),
                recordClass,
                schemes.current().className(recordClass),
                row.getInt("year"),
                row.getString("period_code"),
                department,
                directory.departmentName(department),
                SecrecyLevel.ofStored(row.getInt("secrecy")),
                DossierState.valueOf(row.getString("state")),
                row.getInt("item_count"),
                null,
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                directory.personName(row.getObject("opened_by", UUID.class)));
    }

    private DossierView view(ResultSet row, int number, SecrecyLevel clearance)
            throws SQLException {
        DossierRow r = row(row, number);
        return new DossierView(
                r.id(),
                r.version(),
                r.number(),
                r.title(),
                r.customerId(),
                r.customerName(),
                r.fondsCode(),
                r.categoryCode(),
                r.classCode(),
                r.className(),
                r.year(),
                r.period(),
                r.departmentId(),
                r.departmentName(),
                r.secrecy(),
                r.state(),
                row.getString("note"),
                r.itemCount(),
                missing.of(r.id(), clearance),
                r.openedAt(),
                r.openedByName());
    }
}
