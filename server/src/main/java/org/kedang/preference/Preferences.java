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

/** Preferences, as rows. */
@Repository
class Preferences extends RowsOfCustomers {
    private static final int MOST = 500;

    private static final String COLUMNS =
            """
            select p.*, t.name_zh topic_zh, t.name_en topic_en from preference p
                join preference_topic t on t.id = p.topic_id
            """;

    private static final String ORDER =
            " order by p.ended_on is not null, array_position(array['MUST', 'IMPORTANT', 'NICE'],"
                    + " p.importance), t.place, p.created_at desc, p.id limit :most";

    private final JdbcClient jdbc;
    private final Directory directory;

    Preferences(JdbcClient jdbc, Directory directory, Clock clock) {
        super(jdbc, "preference", clock);
        this.jdbc = jdbc;
        this.directory = directory;
    }

    void add(UUID id, UUID customer, PreferenceFields fields, UUID by) {
        jdbc.sql(
                        """
                        insert into preference (id, version, customer_id, contact_id, topic_id, text, importance, since, source, ended_on,
                                                created_at, created_by, updated_at, updated_by)
                        values (:id, 0, :customer, :contact, :topic, :text, :importance, :since, :source, :endedOn, :now, :by, :now, :by)
                        """)
                .param("id", id)
                .param("customer", customer)
                .params(params(fields, by))
                .update();
    }

    /** Whether the version was the one that the change is based on. */
    boolean rewrite(UUID id, long basedOn, PreferenceFields fields, UUID by) {
        return jdbc.sql(
                                """
                                update preference
                                set version = version + 1, contact_id = :contact, topic_id = :topic, text = :text, importance = :importance,
                                    since = :since, source = :source, ended_on = :endedOn, updated_at = :now, updated_by = :by
                                where id = :id and version = :basedOn
                                """)
                        .param("id", id)
                        .param("basedOn", basedOn)
                        .params(params(fields, by))
                        .update()
                == 1;
    }

    private Map<String, @Nullable Object> params(PreferenceFields fields, UUID by) {
        Map<String, @Nullable Object> params = new HashMap<>();
        params.put("contact", fields.contactId());
        params.put("topic", fields.topicId());
        params.put("text", fields.text());
        params.put("importance", fields.importance().name());
        params.put("since", fields.since());
        params.put("source", fields.source());
        params.put("endedOn", fields.endedOn());
        params.put("now", now());
        params.put("by", by);
        return params;
    }

    /**
     * In one statement: whether it is not there or not to be seen costs the same.
     *
     * @throws Problem {@code not-found} if there is none of a customer within sight
     */
    PreferenceView get(UUID id, Visibility visibility) {
        SqlPredicate visible = visibility.customers("c");
        return jdbc.sql(
                        COLUMNS
                                + "join customer c on c.id = p.customer_id where p.id = :id and "
                                + visible.sql())
                .param("id", id)
                .params(visible.params())
                .query((row, n) -> view(row, Map.of()))
                .optional()
                .orElseThrow(Problem::notFound);
    }

    /** What must be met first; what does not apply any more last. */
    List<PreferenceView> listOf(UUID customer, Map<UUID, String> contacts) {
        return jdbc.sql(COLUMNS + "where p.customer_id = :customer" + ORDER)
                .param("customer", customer)
                .param("most", MOST)
                .query((row, n) -> view(row, contacts))
                .list();
    }

    /** What applies now, what must be met first. */
    List<PreferenceView> listCurrent(UUID customer, Map<UUID, String> contacts, int most) {
        return jdbc.sql(COLUMNS + "where p.customer_id = :customer and p.ended_on is null" + ORDER)
                .param("customer", customer)
                .param("most", most)
                .query((row, n) -> view(row, contacts))
                .list();
    }

    private PreferenceView view(ResultSet row, Map<UUID, String> contacts) throws SQLException {
        UUID contact = row.getObject("contact_id", UUID.class);
        return new PreferenceView(
                row.getObject("id", UUID.class),
                row.getLong("version"),
                row.getObject("customer_id", UUID.class),
                row.getObject("topic_id", UUID.class),
                row.getString("topic_zh"),
                row.getString("topic_en"),
                contact,
                contact == null ? null : contacts.get(contact),
                row.getString("text"),
                Importance.valueOf(row.getString("importance")),
                row.getObject("since", LocalDate.class),
                row.getString("source"),
                row.getObject("ended_on", LocalDate.class),
                row.getObject("updated_at", OffsetDateTime.class).toInstant(),
                directory.personName(row.getObject("updated_by", UUID.class)));
    }
}
