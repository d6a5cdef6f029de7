package org.kedang.customfield;

import org.jspecify.annotations.Nullable;
import org.kedang.storage.ContentId;
import org.kedang.storage.KeyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Files of records, as rows. */
@Repository
class RecordFiles {
    /** A file with what serving and removing it needs; without a record it waits for one. */
    record Held(
            RecordFile file,
            String type,
            @Nullable UUID record,
            UUID owner,
            ContentId content,
            KeyId key) {}

    private final JdbcClient jdbc;

    RecordFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Held held) {
        RecordFile file = held.file();
        jdbc.sql(
                        """
                        insert into custom_file (id, type, field, content_id, key_id, name, size, sha256, mime, uploaded_by, uploaded_at)
                        values (:id, :type, :field, :content, :key, :name, :size, :sha256, :mime, :by, :at)
                        """)
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

    Optional<Held> find(UUID id) {
        return jdbc.sql("select * from custom_file where id = :id")
                .param("id", id)
                .query((row, n) -> held(row))
                .optional();
    }

    /** All that the record ever named, by age. */
    List<Held> ofRecord(String type, UUID record) {
        return jdbc.sql(
                        "select * from custom_file where record_id = :record and type = :type order"
                                + " by uploaded_at, id")
                .param("record", record)
                .param("type", type)
                .query((row, n) -> held(row))
                .list();
    }

    Map<String, String> names(Collection<UUID> ids) {
        Map<String, String> names = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql("select id, name from custom_file where id in (:ids)")
                    .param("ids", ids)
                    .query(
                            row -> {
                                names.put(row.getString("id"), row.getString("name"));
                            });
        }
        return names;
    }

    /**
     * Gives the record somebody's waiting files of that field; those that are the record's already
     * stay.
     *
     * @return how many of them are the record's now
     */
    int attach(UUID owner, String type, UUID record, String field, List<UUID> files) {
        return jdbc.sql(
                        """
                        update custom_file set record_id = :record
                        where id in (:files) and type = :type and field = :field
                            and (record_id = :record or record_id is null and uploaded_by = :owner)
                        """)
                .param("record", record)
                .param("files", files)
                .param("type", type)
                .param("field", field)
                .param("owner", owner)
                .update();
    }

    int countWaiting(UUID owner) {
        return jdbc.sql(
                        "select count(*) from custom_file where uploaded_by = :owner and record_id"
                                + " is null")
                .param("owner", owner)
                .query(Integer.class)
                .single();
    }

    /** Somebody's waiting file; no record can take it meanwhile. */
    Optional<Held> lockWaiting(UUID id, UUID owner) {
        return jdbc.sql(
                        "select * from custom_file where id = :id and uploaded_by = :owner and"
                                + " record_id is null for update")
                .param("id", id)
                .param("owner", owner)
                .query((row, n) -> held(row))
                .optional();
    }

    /** Files that no record took, the oldest first; others at the same work pass them by. */
    List<Held> lockAbandoned(Instant before, int most) {
        return jdbc.sql(
                        "select * from custom_file where record_id is null and uploaded_at <"
                            + " :before order by uploaded_at limit :most for update skip locked")
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, n) -> held(row))
                .list();
    }

    void remove(UUID id) {
        jdbc.sql("delete from custom_file where id = :id").param("id", id).update();
    }

    private static Held held(ResultSet row) throws SQLException {
        return new Held(
                file(row),
                row.getString("type"),
                row.getObject("record_id", UUID.class),
                id(row, "uploaded_by"),
                new ContentId(id(row, "content_id")),
                new KeyId(id(row, "key_id")));
    }

    private static UUID id(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, UUID.class));
    }

    private static RecordFile file(ResultSet row) throws SQLException {
        return new RecordFile(
                id(row, "id"),
                row.getString("field"),
                row.getString("name"),
                row.getLong("size"),
                row.getString("sha256"),
                row.getString("mime"),
                row.getObject("uploaded_at", OffsetDateTime.class).toInstant());
    }
}
