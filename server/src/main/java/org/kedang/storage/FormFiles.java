package org.kedang.storage;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Files that fields of forms name, as rows: each waits for what its owner is writing, until that
 * takes it. Whatever takes files has a table of its own; all but the column of its taker are named
 * alike in them.
 */
public abstract class FormFiles {
    /**
     * A file with what serving and removing it needs.
     *
     * @param type what kind of form it was uploaded for
     * @param taker what took it; {@code null} while it waits
     */
    public record Held(
            FormFile file,
            String type,
            @Nullable UUID taker,
            UUID owner,
            ContentId content,
            KeyId key) {}

    private final JdbcClient jdbc;
    private final String table;
    private final String taker;

    /**
     * @param taker the column of what took the file
     */
    protected FormFiles(JdbcClient jdbc, String table, String taker) {
        this.jdbc = jdbc;
        this.table = table;
        this.taker = taker;
    }

    /** Adds a file that waits. */
    public void add(Held held) {
        FormFile file = held.file();
        jdbc.sql(
                        """
                        insert into %s (id, type, field, content_id, key_id, name, size, sha256, mime, uploaded_by, uploaded_at)
                        values (:id, :type, :field, :content, :key, :name, :size, :sha256, :mime, :by, :at)
                        """
                                .formatted(table))
                .param("id", file.id())
                .param("type", held.type())
                .param("field", file.field())
                .param("content", held.content().value())
                .param("key", held.key().value())
                .param("name", file.name())
                .param("size", file.size())
                .param("sha256", file.sha256())
                .param("mime", file.mime())
                .param("by", held.owner())
                .param("at", file.uploadedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    public int countWaiting(UUID owner) {
        return jdbc.sql(
                        "select count(*) from %s where uploaded_by = :owner and %s is null"
                                .formatted(table, taker))
                .param("owner", owner)
                .query(Integer.class)
                .single();
    }

    /** Somebody's waiting file; nothing can take it meanwhile. */
    public Optional<Held> lockWaiting(UUID id, UUID owner) {
        return jdbc.sql(
                        "select * from %s where id = :id and uploaded_by = :owner and %s is null for update"
                                .formatted(table, taker))
                .param("id", id)
                .param("owner", owner)
                .query((row, n) -> held(row))
                .optional();
    }

    /** Files that nothing took, the oldest first; others at the same work pass them by. */
    public List<Held> lockAbandoned(Instant before, int most) {
        return jdbc.sql(
                        """
                        select * from %s where %s is null and uploaded_at < :before
                        order by uploaded_at limit :most for update skip locked
                        """
                                .formatted(table, taker))
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, n) -> held(row))
                .list();
    }

    public void remove(UUID id) {
        jdbc.sql("delete from %s where id = :id".formatted(table)).param("id", id).update();
    }

    protected Held held(ResultSet row) throws SQLException {
        return new Held(
                file(row),
                row.getString("type"),
                row.getObject(taker, UUID.class),
                id(row, "uploaded_by"),
                new ContentId(id(row, "content_id")),
                new KeyId(id(row, "key_id")));
    }

    private static UUID id(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, UUID.class));
    }

    private static FormFile file(ResultSet row) throws SQLException {
        return new FormFile(
                id(row, "id"),
                row.getString("field"),
                row.getString("name"),
                row.getLong("size"),
                row.getString("sha256"),
                row.getString("mime"),
                row.getObject("uploaded_at", OffsetDateTime.class).toInstant());
    }
}
