package org.kedang.savedview;

import org.kedang.kernel.Actor;
import org.kedang.kernel.Ids;
import org.kedang.kernel.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Everybody's own saved views; they open no more than the list itself does. */
@Repository
public class SavedViews {
    private static final int MOST = 30;
    private static final TypeReference<Map<String, String>> QUERY = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    SavedViews(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** One's own of a list, by name. */
    public List<SavedView> list(Actor by, String list) {
        return jdbc.sql(
                        "select * from saved_view where person_id = :me and list = :list order by"
                                + " name")
                .param("me", by.id())
                .param("list", list)
                .query((row, n) -> view(row))
                .list();
    }

    /**
     * Keeps the view under the name; one of that name is replaced.
     *
     * @throws Problem {@code too-many-saved-views} beyond 30 of a list
     */
    @Transactional
    public SavedView keep(Actor by, String list, String name, Map<String, String> query) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:me, 7431))")
                .param("me", by.id().toString())
                .query()
                .singleRow();
        List<SavedView> own = list(by, list);
        boolean known = own.stream().anyMatch(one -> one.name().equals(name));
        if (!known && own.size() >= MOST) {
            throw Problem.of(SavedViewProblem.TOO_MANY, MOST);
        }
        return jdbc.sql(
                        """
                        insert into saved_view (id, person_id, list, name, query) values (:id, :me, :list, :name, :query::jsonb)
                        on conflict (person_id, list, name) do update set query = excluded.query
                        returning *
                        """)
                .param("id", Ids.next())
                .param("me", by.id())
                .param("list", list)
                .param("name", name)
                .param("query", json.writeValueAsString(query))
                .query((row, n) -> view(row))
                .single();
    }

    /**
     * Forgets one of one's own.
     *
     * @throws Problem {@code not-found}
     */
    @Transactional
    public void forget(Actor by, UUID id) {
        int own =
                jdbc.sql("delete from saved_view where id = :id and person_id = :me")
                        .param("id", id)
                        .param("me", by.id())
                        .update();
        if (own == 0) {
            throw Problem.notFound();
        }
    }

    private SavedView view(ResultSet row) throws SQLException {
        return new SavedView(
                row.getObject("id", UUID.class),
                row.getString("list"),
                row.getString("name"),
                json.readValue(row.getString("query"), QUERY));
    }
}
