package org.kedang.contact;

import org.jspecify.annotations.Nullable;
import org.kedang.customfield.CustomValues;
import org.kedang.identity.Visibility;
import org.kedang.kernel.PhoneNumber;
import org.kedang.kernel.Problem;
import org.kedang.kernel.SqlPredicate;
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
import java.util.Optional;
import java.util.UUID;

/** Contacts, as rows. */
@Repository
class Contacts {
    /** More than a customer has; a list is never longer. */
    private static final int MOST = 500;

    private static final int MOST_FOUND = 20;

    private static final String COLUMNS =
            """
            select c.*, t.since role_since from contact c
                left join contact_role_term t on t.contact_id = c.id and t.until is null
            """;

    /**
     * A stored contact.
     *
     * @param roleSince since when it has its part in decisions; {@code null} once gone
     */
    record Stored(
            UUID id,
            long version,
            UUID customerId,
            ContactFields fields,
            @Nullable LocalDate roleSince,
            Instant createdAt,
            UUID createdBy,
            Instant updatedAt,
            UUID updatedBy) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    Contacts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(UUID id, UUID customer, ContactFields fields, UUID by) {
        jdbc.sql(
                        """
                        insert into contact (id, version, customer_id, name, sex, position, department, mobile, mobile_key, phone, phone_key,
                                             mail, birthday, role, main, emergency_name, emergency_relation, emergency_phone, left_on, note, more,
                                             created_at, created_by, updated_at, updated_by)
                        values (:id, 0, :customer, :name, :sex, :position, :department, :mobile, :mobileKey, :phone, :phoneKey,
                                :mail, :birthday, :role, :main, :emergencyName, :emergencyRelation, :emergencyPhone, :leftOn, :note, :more::jsonb,
                                :now, :by, :now, :by)
                        """)
                .param("id", id)
                .param("customer", customer)
                .params(params(fields, by))
                .update();
    }

    void rewrite(UUID id, ContactFields fields, UUID by) {
        jdbc.sql(
                        """
                        update contact
                        set version = version + 1, name = :name, sex = :sex, position = :position, department = :department,
                            mobile = :mobile, mobile_key = :mobileKey, phone = :phone, phone_key = :phoneKey, mail = :mail,
                            birthday = :birthday, role = :role, main = :main, emergency_name = :emergencyName,
                            emergency_relation = :emergencyRelation, emergency_phone = :emergencyPhone, left_on = :leftOn,
                            note = :note, more = :more::jsonb, updated_at = :now, updated_by = :by
                        where id = :id
                        """)
                .param("id", id)
                .params(params(fields, by))
                .update();
    }

    private Map<String, @Nullable Object> params(ContactFields fields, UUID by) {
        Map<String, @Nullable Object> params = new HashMap<>();
        Sex sex = fields.sex();
        params.put("name", fields.name());
        params.put("sex", sex == null ? null : sex.name());
        params.put("position", fields.position());
        params.put("department", fields.department());
        params.put("mobile", fields.mobile());
        params.put("mobileKey", PhoneNumber.keyIn(fields.mobile()));
        params.put("phone", fields.phone());
        params.put("phoneKey", PhoneNumber.keyIn(fields.phone()));
        params.put("mail", fields.mail());
        params.put("birthday", fields.birthday());
        params.put("role", fields.role().name());
        params.put("main", fields.goesFirst());
        params.put("emergencyName", fields.emergencyName());
        params.put("emergencyRelation", fields.emergencyRelation());
        params.put("emergencyPhone", fields.emergencyPhone());
        params.put("leftOn", fields.leftOn());
        params.put("note", fields.note());
        params.put("more", CustomValues.write(fields.custom()));
        params.put("now", now());
        params.put("by", by);
        return params;
    }

    /** Nobody else of the customer is the main contact any more. */
    void clearMain(UUID customer, UUID except, UUID by) {
        jdbc.sql(
                        """
                        update contact set main = false, version = version + 1, updated_at = :now, updated_by = :by
                        where customer_id = :customer and main and id <> :except
                        """)
                .param("customer", customer)
                .param("except", except)
                .param("now", now())
                .param("by", by)
                .update();
    }

    void remove(UUID id) {
        jdbc.sql("delete from contact where id = :id").param("id", id).update();
    }

    private Optional<Stored> find(UUID id) {
        return jdbc.sql(COLUMNS + "where c.id = :id")
                .param("id", id)
                .query((row, n) -> stored(row))
                .optional();
    }

    /**
     * The contact, in one statement: whether it is not there or not to be seen costs the same.
     *
     * @throws Problem {@code not-found} if there is none of a customer within sight
     */
    Stored get(UUID id, Visibility visibility) {
        SqlPredicate visible = visibility.customers("k");
        return jdbc.sql(
                        COLUMNS
                                + "join customer k on k.id = c.customer_id where c.id = :id and "
                                + visible.sql())
                .param("id", id)
                .params(visible.params())
                .query((row, n) -> stored(row))
                .optional()
                .orElseThrow(Problem::notFound);
    }

    /** Waits for whoever is changing it. */
    Stored lock(UUID id) {
        return jdbc.sql("select id from contact where id = :id for update")
                .param("id", id)
                .query(UUID.class)
                .optional()
                .flatMap(this::find)
                .orElseThrow(Problem::notFound);
    }

    /** Whom to call first comes first, then who decides; who has left comes last. */
    List<Stored> listOf(UUID customer) {
        return jdbc.sql(
                        COLUMNS
                                + """
                                where c.customer_id = :customer
                                order by c.left_on is not null, c.main desc,
                                    array_position(array['DECIDER', 'INFLUENCER', 'GATEKEEPER', 'BUYER', 'USER', 'OTHER'], c.role),
                                    c.left_on desc, c.created_at, c.id
                                limit :most
                                """)
                .param("customer", customer)
                .param("most", MOST)
                .query((row, n) -> stored(row))
                .list();
    }

    /** Those of customers within sight who are reached by this number. */
    List<Stored> listByPhone(String key, Visibility visibility) {
        return listVisible("(c.mobile_key = :asked or c.phone_key = :asked)", key, visibility);
    }

    /** Those of customers within sight who are called exactly so. */
    List<Stored> listByName(String name, Visibility visibility) {
        return listVisible("c.name = :asked", name, visibility);
    }

    private List<Stored> listVisible(String which, String asked, Visibility visibility) {
        SqlPredicate visible = visibility.customers("k");
        return jdbc.sql(
                        COLUMNS
                                + """
                                where %s and exists (select 1 from customer k where k.id = c.customer_id and %s)
                                order by c.left_on is not null, c.updated_at desc, c.id limit :most
                                """
                                        .formatted(which, visible.sql()))
                .param("asked", asked)
                .params(visible.params())
                .param("most", MOST_FOUND)
                .query((row, n) -> stored(row))
                .list();
    }

    long count(UUID customer) {
        return jdbc.sql("select count(*) from contact where customer_id = :customer")
                .param("customer", customer)
                .query(Long.class)
                .single();
    }

    /** Takes the contacts of a customer away, their history with them. */
    void removeAll(UUID customer) {
        jdbc.sql("delete from contact where customer_id = :customer")
                .param("customer", customer)
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static Stored stored(ResultSet row) throws SQLException {
        return new Stored(
                id(row, "id"),
                row.getLong("version"),
                id(row, "customer_id"),
                fields(row),
                row.getObject("role_since", LocalDate.class),
                instant(row, "created_at"),
                id(row, "created_by"),
                instant(row, "updated_at"),
                id(row, "updated_by"));
    }

    private static ContactFields fields(ResultSet row) throws SQLException {
        String sex = row.getString("sex");
        return new ContactFields(
                row.getString("name"),
                sex == null ? null : Sex.valueOf(sex),
                row.getString("position"),
                row.getString("department"),
                row.getString("mobile"),
                row.getString("phone"),
                row.getString("mail"),
                row.getString("birthday"),
                DecisionRole.valueOf(row.getString("role")),
                row.getBoolean("main"),
                row.getString("emergency_name"),
                row.getString("emergency_relation"),
                row.getString("emergency_phone"),
                row.getObject("left_on", LocalDate.class),
                row.getString("note"),
                CustomValues.read(row.getString("more")));
    }

    private static UUID id(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, UUID.class));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
