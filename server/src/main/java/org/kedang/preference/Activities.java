package org.kedang.preference;

import org.jspecify.annotations.Nullable;
import org.kedang.identity.Directory;
import org.kedang.identity.Visibility;
import org.kedang.kernel.Problem;
import org.kedang.kernel.SqlPredicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Attended events, as rows. */
@Repository
class Activities extends RowsOfCustomers {
    private static final int MOST = 500;

    private final JdbcClient jdbc;
    private final Directory directory;

    Activities(JdbcClient jdbc, Directory directory, Clock clock) {
        super(jdbc, "activity", clock);
        this.jdbc = jdbc;
        this.directory = directory;
    }

    void add(UUID id, UUID customer, ActivityFields fields, UUID by) {
        jdbc.sql(
                        """
                        insert into activity (id, version, customer_id, contact_id, kind, name, held_on, place, attendees, remark,
                                              created_at, created_by, updated_at, updated_by)
                        values (:id, 0, :customer, :contact, :kind, :name, :heldOn, :place, :attendees, :remark, :now, :by, :now, :by)
                        """)
                .param("id", id)
                .param("customer", customer)
                .params(params(fields, by))
                .update();
    }

    /** Whether the version was the one that the change is based on. */
    boolean rewrite(UUID id, long basedOn, ActivityFields fields, UUID by) {
        return jdbc.sql(
                                """
                                update activity
                                set version = version + 1, contact_id = :contact, kind = :kind, name = :name, held_on = :heldOn,
                                    place = :place, attendees = :attendees, remark = :remark, updated_at = :now, updated_by = :by
                                where id = :id and version = :basedOn
                                """)
                        .param("id", id)
                        .param("basedOn", basedOn)
                        .params(params(fields, by))
                        .update()
                == 1;
    }

    private Map<String, @Nullable Object> params(ActivityFields fields, UUID by) {
        Map<String, @Nullable Object> params = new HashMap<>();
        params.put("contact", fields.contactId());
        params.put("kind", fields.kind().name());
        params.put("name", fields.name());
        params.put("heldOn", fields.heldOn());
        params.put("place", fields.place());
        params.put("attendees", fields.attendees());
        params.put("remark", fields.remark());
        params.put("now", now());
        params.put("by", by);
        return params;
    }

    /**
     * @throws Problem {@code not-found} if there is none of a customer within sight
     */
    ActivityView get(UUID id, Visibility visibility) {
        SqlPredicate visible = visibility.customers("c");
        return jdbc.sql(
                        "select a.* from activity a join customer c on c.id = a.customer_id where"
                                + " a.id = :id and "
                                + visible.sql())
                .param("id", id)
                .params(visible.params())
                .query((row, n) -> view(row, Map.of()))
                .optional()
                .orElseThrow(Problem::notFound);
    }

    /** The latest first. */
    List<ActivityView> listOf(UUID customer, Map<UUID, String> contacts) {
        return jdbc.sql(
                        "select * from activity where customer_id = :customer order by held_on"
                                + " desc, id desc limit :most")
                .param("customer", customer)
                .param("most", MOST)
                .query((row, n) -> view(row, contacts))
                .list();
    }

    private ActivityView view(ResultSet row, Map<UUID, String> contacts) throws SQLException {
        UUID contact = row.getObject("contact_id", UUID.class);
        return new ActivityView(
                row.getObject("id", UUID.class),
                row.getLong("version"),
                row.getObject("customer_id", UUID.class),
                ActivityKind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getObject("held_on", LocalDate.class),
                row.getString("place"),
                contact,
                contact == null ? null : contacts.get(contact),
                row.getString("attendees"),
                row.getString("remark"),
                row.getObject("updated_at", OffsetDateTime.class).toInstant(),
                directory.personName(row.getObject("updated_by", UUID.class)));
    }
}
