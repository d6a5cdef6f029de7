package org.kedang.certificate;

import org.jspecify.annotations.Nullable;
import org.kedang.identity.FieldAccess;
import org.kedang.identity.FieldRights;
import org.kedang.identity.SensitiveField;
import org.kedang.identity.Visibility;
import org.kedang.kernel.ChinaTime;
import org.kedang.kernel.Ids;
import org.kedang.kernel.Problem;
import org.kedang.kernel.SqlPredicate;
import org.kedang.storage.ContentId;
import org.kedang.storage.KeyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Certificates, as rows. */
@Repository
class Certificates {
    private static final int MOST = 500;

    static final String COLUMNS =
            """
            t.*, c.name customer_name, c.number customer_number, c.owner_id, c.department_id,
            (select max(r.done_on) from certificate_review r where r.certificate_id = t.id) reviewed_on\
            """;

    static final String TABLES = "certificate t left join customer c on c.id = t.customer_id";

    /** Those that stand for something: neither replaced nor void. */
    static final String ALIVE = "t.voided_on is null and t.replaced_by is null";

    /** A stored certificate with what is known of its customer. */
    record Stored(
            UUID id,
            long version,
            UUID customerId,
            String customerNumber,
            String customerName,
            UUID ownerId,
            UUID departmentId,
            CertificateFields fields,
            @Nullable KeyId key,
            @Nullable ContentId content,
            @Nullable String contentName,
            @Nullable UUID replaces,
            @Nullable UUID replacedBy,
            @Nullable LocalDate voidedOn,
            @Nullable String voidReason,
            @Nullable LocalDate reviewedOn,
            Instant updatedAt,
            UUID updatedBy) {

        boolean isAlive() {
            return voidedOn == null && replacedBy == null;
        }

        CertificateState state(LocalDate today, int ahead) {
            if (voidedOn != null) {
                return CertificateState.VOID;
            }
            return replacedBy != null
                    ? CertificateState.REPLACED
                    : CertificateState.of(fields.validFrom(), fields.validUntil(), today, ahead);
        }

        boolean mayRead(FieldRights rights) {
            return !fields.isIdentity()
                    || rights.of(SensitiveField.ID_NUMBER).isAtLeast(FieldAccess.READ);
        }
    }

    private final JdbcClient jdbc;
    private final Clock clock;

    Certificates(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ChinaTime.ZONE);
    }

    void add(UUID id, UUID customer, CertificateFields fields, @Nullable UUID replaces, UUID by) {
        jdbc.sql(
                        """
                        insert into certificate (id, version, customer_id, kind, name, number, issuer, valid_from, valid_until, long_term,
                                                 review_due, note, replaces, created_at, created_by, updated_at, updated_by)
                        values (:id, 0, :customer, :kind, :name, :number, :issuer, :validFrom, :validUntil, :longTerm,
                                :reviewDue, :note, :replaces, :now, :by, :now, :by)
                        """)
                .param("id", id)
                .param("customer", customer)
                .param("replaces", replaces)
                .params(params(fields, by))
                .update();
    }

    void rewrite(UUID id, CertificateFields fields, UUID by) {
        jdbc.sql(
                        """
                        update certificate
                        set version = version + 1, kind = :kind, name = :name, number = :number, issuer = :issuer,
                            valid_from = :validFrom, valid_until = :validUntil, long_term = :longTerm, review_due = :reviewDue,
                            note = :note, updated_at = :now, updated_by = :by
                        where id = :id
                        """)
                .param("id", id)
                .params(params(fields, by))
                .update();
    }

    private Map<String, @Nullable Object> params(CertificateFields fields, UUID by) {
        Map<String, @Nullable Object> params = new HashMap<>();
        params.put("kind", fields.kind().name());
        params.put("name", fields.name());
        params.put("number", fields.number());
        params.put("issuer", fields.issuer());
        params.put("validFrom", fields.validFrom());
        params.put("validUntil", fields.validUntil());
        params.put("longTerm", fields.endless());
        params.put("reviewDue", fields.reviewDue());
        params.put("note", fields.note());
        params.put("now", now());
        params.put("by", by);
        return params;
    }

    void replace(UUID old, UUID renewed, UUID by) {
        touch("replaced_by = :other", old, by, Map.of("other", renewed));
    }

    void voidIt(UUID id, String reason, UUID by) {
        touch(
                "voided_on = :today, voided_by = :by, void_reason = :reason",
                id,
                by,
                Map.of("today", today(), "reason", reason));
    }

    void attach(UUID id, ContentId content, String name, UUID by) {
        touch(
                "content_id = :content, content_name = :name",
                id,
                by,
                Map.of("content", content.value(), "name", name));
    }

    /** The key of the scans; nobody's version changes. */
    void giveKey(UUID id, KeyId key) {
        jdbc.sql("update certificate set key_id = :key where id = :id")
                .param("id", id)
                .param("key", key.value())
                .update();
    }

    void markReviewed(
            Stored stored,
            LocalDate done,
            @Nullable LocalDate next,
            @Nullable String note,
            UUID by) {
        jdbc.sql(
                        """
                        insert into certificate_review (id, certificate_id, due, done_on, note, recorded_by, recorded_at)
                        select :mark, t.id, t.review_due, :done, :note, :by, :now from certificate t where t.id = :id
                        """)
                .param("mark", Ids.next())
                .param("id", stored.id())
                .param("done", done)
                .param("note", note)
                .param("by", by)
                .param("now", now())
                .update();
        Map<String, @Nullable Object> params = new HashMap<>();
        params.put("next", next);
        touch("review_due = :next::date", stored.id(), by, params);
    }

    private void touch(
            String what, UUID id, UUID by, Map<String, ? extends @Nullable Object> params) {
        jdbc.sql(
                        "update certificate set version = version + 1, updated_at = :now,"
                                + " updated_by = :by, "
                                + what
                                + " where id = :id")
                .param("id", id)
                .param("by", by)
                .param("now", now())
                .params(params)
                .update();
    }

    /**
     * The certificate, in one statement: whether it is not there or not to be seen costs the same.
     *
     * @throws Problem {@code not-found} if there is none of a customer within sight
     */
    Stored get(UUID id, Visibility visibility) {
        return one(id, visibility, "");
    }

    /** The same, after whoever is changing it. */
    Stored lock(UUID id, Visibility visibility) {
        return one(id, visibility, " for update of t");
    }

    private Stored one(UUID id, Visibility visibility, String locking) {
        SqlPredicate visible = visibility.customers("c");
        return jdbc.sql(
                        "select %s from %s where t.id = :id and %s%s"
                                .formatted(COLUMNS, TABLES, visible.sql(), locking))
                .param("id", id)
                .params(visible.params())
                .query((row, n) -> stored(row))
                .optional()
                .orElseThrow(Problem::notFound);
    }

    /** Those that stand for something first, by the day on which they end; then the former ones. */
    List<Stored> listOf(UUID customer) {
        return jdbc.sql(
                        """
                        select %s from %s where t.customer_id = :customer
                        order by t.voided_on is not null or t.replaced_by is not null, t.valid_until, t.created_at desc, t.id
                        limit :most
                        """
                                .formatted(COLUMNS, TABLES))
                .param("customer", customer)
                .param("most", MOST)
                .query((row, n) -> stored(row))
                .list();
    }

    long count(UUID customer) {
        return jdbc.sql("select count(*) from certificate where customer_id = :customer")
                .param("customer", customer)
                .query(Long.class)
                .single();
    }

    void removeAll(UUID customer) {
        jdbc.sql(
                        "update certificate set replaces = null, replaced_by = null where"
                                + " customer_id = :customer")
                .param("customer", customer)
                .update();
        jdbc.sql("delete from certificate where customer_id = :customer")
                .param("customer", customer)
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    static Stored stored(ResultSet row) throws SQLException {
        UUID key = row.getObject("key_id", UUID.class);
        UUID content = row.getObject("content_id", UUID.class);
        return new Stored(
                id(row, "id"),
                row.getLong("version"),
                id(row, "customer_id"),
                row.getString("customer_number"),
                row.getString("customer_name"),
                id(row, "owner_id"),
                id(row, "department_id"),
                fields(row),
                key == null ? null : new KeyId(key),
                content == null ? null : new ContentId(content),
                row.getString("content_name"),
                row.getObject("replaces", UUID.class),
                row.getObject("replaced_by", UUID.class),
                row.getObject("voided_on", LocalDate.class),
                row.getString("void_reason"),
                row.getObject("reviewed_on", LocalDate.class),
                row.getObject("updated_at", OffsetDateTime.class).toInstant(),
                id(row, "updated_by"));
    }

    private static CertificateFields fields(ResultSet row) throws SQLException {
        return new CertificateFields(
                CertificateKind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getString("number"),
                row.getString("issuer"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_until", LocalDate.class),
                row.getBoolean("long_term"),
                row.getObject("review_due", LocalDate.class),
                row.getString("note"));
    }

    private static UUID id(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, UUID.class));
    }
}
