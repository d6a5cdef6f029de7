package org.kedang.storage;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The tables of uploads and their parts. */
@Repository
class UploadLedger {
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    UploadLedger(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void add(Upload upload) {
        jdbc.sql(
                        "insert into upload (id, person_id, key_id, metadata, length, expires_at)"
                                + " values (?, ?, ?, ?::jsonb, ?, ?)")
                .params(
                        upload.id(),
                        upload.personId(),
                        upload.key().value(),
                        json.writeValueAsString(upload.metadata()),
                        upload.length(),
                        upload.expiresAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Upload> find(UUID id) {
        return find(id, "");
    }

    /** The person's own; another's costs the same as one that is not there. */
    Optional<Upload> find(UUID id, UUID person) {
        return jdbc.sql("select * from upload where id = ? and person_id = ?")
                .params(id, person)
                .query((row, number) -> upload(row))
                .optional();
    }

    /** The upload, which nobody else can change until the transaction ends. */
    Optional<Upload> lock(UUID id) {
        return find(id, " for update");
    }

    private Optional<Upload> find(UUID id, String lock) {
        return jdbc.sql("select * from upload where id = ?" + lock)
                .param(id)
                .query((row, number) -> upload(row))
                .optional();
    }

    private Upload upload(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        KeyId key = new KeyId(row.getObject("key_id", UUID.class));
        @Nullable String answer = row.getString("answer");
        return new Upload(
                id,
                row.getObject("person_id", UUID.class),
                key,
                json.readValue(row.getString("metadata"), TEXTS),
                row.getLong("length"),
                parts(id, key),
                answer == null ? null : json.readValue(answer, TEXTS),
                row.getObject("expires_at", java.time.OffsetDateTime.class).toInstant());
    }

    private List<StoredContent> parts(UUID id, KeyId key) {
        return jdbc.sql(
                        "select content_id, size, sha256 from upload_part where upload_id = ? order"
                                + " by start")
                .param(id)
                .query(
                        (row, number) ->
                                new StoredContent(
                                        new ContentId(row.getObject("content_id", UUID.class)),
                                        key,
                                        row.getLong("size"),
                                        row.getString("sha256")))
                .list();
    }

    void addPart(UUID id, long start, StoredContent part, Instant expiresAt) {
        jdbc.sql(
                        "insert into upload_part (upload_id, start, content_id, size, sha256)"
                                + " values (?, ?, ?, ?, ?)")
                .params(id, start, part.id().value(), part.size(), part.sha256())
                .update();
        jdbc.sql("update upload set expires_at = ? where id = ?")
                .params(expiresAt.atOffset(ZoneOffset.UTC), id)
                .update();
    }

    void finish(UUID id, Map<String, String> answer) {
        jdbc.sql("delete from upload_part where upload_id = ?").param(id).update();
        jdbc.sql("update upload set answer = ?::jsonb where id = ?")
                .params(json.writeValueAsString(answer), id)
                .update();
    }

    void remove(UUID id) {
        jdbc.sql("delete from upload where id = ?").param(id).update();
    }

    List<UUID> listExpired(Instant now, int most) {
        return jdbc.sql("select id from upload where expires_at < ? order by expires_at limit ?")
                .params(now.atOffset(ZoneOffset.UTC), most)
                .query(UUID.class)
                .list();
    }
}
