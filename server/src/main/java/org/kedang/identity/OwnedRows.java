package org.kedang.identity;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.List;
import java.util.UUID;

/** Owned things that are told of as their rows stand, by number. */
public abstract class OwnedRows implements OwnedThings {
    private final JdbcClient jdbc;
    private final String held;
    private final String columns;
    private final String order;

    /**
     * @param held the tail of a query for all that {@code :person} owns, from its {@code from} on
     * @param columns in this order the id, the number and the link
     * @param order a steady one
     */
    protected OwnedRows(JdbcClient jdbc, String held, String columns, String order) {
        this.jdbc = jdbc;
        this.held = held;
        this.columns = columns;
        this.order = order;
    }

    @Override
    public long countOwnedBy(UUID person) {
        return jdbc.sql("select count(*) " + held)
                .param("person", person)
                .query(Long.class)
                .single();
    }

    @Override
    public List<OwnedThing> listOwnedBy(UUID person, int most) {
        return jdbc.sql("select %s %s order by %s limit :most".formatted(columns, held, order))
                .param("person", person)
                .param("most", most)
                .query(
                        (row, n) ->
                                new OwnedThing(
                                        row.getObject(1, UUID.class),
                                        row.getString(2),
                                        row.getString(3)))
                .list();
    }
}
