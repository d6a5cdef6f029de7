package org.kedang.preference;

import org.jspecify.annotations.Nullable;
import org.kedang.identity.Visibility;
import org.kedang.kernel.Problem;
import org.kedang.kernel.SqlPredicate;
import org.kedang.kernel.Texts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Plates and member numbers, as rows. */
@Repository
class Identifiers extends RowsOfCustomers {
    private static final int MOST = 200;

    private final JdbcClient jdbc;

    Identifiers(JdbcClient jdbc, Clock clock) {
        super(jdbc, "customer_identifier", clock);
        this.jdbc = jdbc;
    }

    void add(UUID id, UUID customer, NewIdentifier identifier, String key, UUID by) {
        jdbc.sql(
                        """
                        insert into customer_identifier (id, customer_id, contact_id, kind, value, key, note, created_at, created_by)
                        values (:id, :customer, :contact, :kind, :value, :key, :note, :now, :by)
                        """)
                .param("id", id)
                .param("customer", customer)
                .param("contact", identifier.contactId())
                .param("kind", identifier.kind().name())
                .param("value", identifier.value().strip())
                .param("key", key)
                .param("note", Texts.trimmed(identifier.note()))
                .param("now", now())
                .param("by", by)
                .update();
    }

    /**
     * @throws Problem {@code not-found} if there is none of a customer within sight
     */
    IdentifierView get(UUID id, Visibility visibility) {
        return list("i.id = :asked", id, visibility).stream()
                .findFirst()
                .orElseThrow(Problem::notFound);
    }

    /** Those of customers within sight with this key. */
    List<IdentifierView> listByKey(IdentifierKind kind, String key, Visibility visibility) {
        return list("i.key = :asked and i.kind = '" + kind.name() + "'", key, visibility);
    }

    private List<IdentifierView> list(String which, Object asked, Visibility visibility) {
        SqlPredicate visible = visibility.customers("c");
        return jdbc.sql(
                        """
                        select i.* from customer_identifier i join customer c on c.id = i.customer_id
                        where %s and %s order by i.created_at desc, i.id limit :most
                        """
                                .formatted(which, visible.sql()))
                .param("asked", asked)
                .params(visible.params())
                .param("most", MOST)
                .query((row, n) -> view(row, Map.of()))
                .list();
    }

    List<IdentifierView> listOf(UUID customer, Map<UUID, String> contacts) {
        return jdbc.sql(
                        "select * from customer_identifier where customer_id = :customer order by"
                                + " kind, value limit :most")
                .param("customer", customer)
                .param("most", MOST)
                .query((row, n) -> view(row, contacts))
                .list();
    }

    private static IdentifierView view(ResultSet row, Map<UUID, String> contacts)
            throws SQLException {
        @Nullable UUID contact = row.getObject("contact_id", UUID.class);
        return new IdentifierView(
                row.getObject("id", UUID.class),
                row.getObject("customer_id", UUID.class),
                IdentifierKind.valueOf(row.getString("kind")),
                row.getString("value"),
                contact,
                contact == null ? null : contacts.get(contact),
                row.getString("note"));
    }
}
