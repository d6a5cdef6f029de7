package org.kedang.export;

import org.jspecify.annotations.Nullable;
import org.kedang.export.CustomerExport.State;
import org.kedang.kernel.Ids;
import org.kedang.kernel.Listing;
import org.kedang.kernel.Listings;
import org.kedang.kernel.Paging;
import org.kedang.kernel.SqlPredicate;
import org.kedang.storage.ContentId;
import org.kedang.storage.KeyId;
import org.kedang.storage.StoredContent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import tools.jackson.databind.ObjectMapper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Files of customers, as rows. */
@Repository
class CustomerExports {
    /** What making and fetching one needs. */
    record Held(
            UUID id,
            String number,
            UUID person,
            @Nullable String from,
            ExportSelection selection,
            List<ExportColumn> columns,
            List<String> more,
            boolean clear,
            String purpose,
            long askedCount,
            @Nullable UUID requestId,
            @Nullable String requestNumber,
            State state,
            @Nullable Instant expiresAt,
            @Nullable ContentId content,
            @Nullable KeyId key,
            @Nullable String sha256) {}

    private final JdbcClient jdbc;
    private final Listings listings;
    private final SelectionWords words;
    private final ObjectMapper json;
    private final Clock clock;

    CustomerExports(
            JdbcClient jdbc,
            Listings listings,
            SelectionWords words,
            ObjectMapper json,
            Clock clock) {
        this.jdbc = jdbc;
        this.listings = listings;
        this.words = words;
        this.json = json;
        this.clock = clock;
    }

    String nextNumber() {
        return "DC%08d"
                .formatted(
                        jdbc.sql("select nextval('customer_export_number')")
                                .query(Long.class)
                                .single());
    }

    UUID add(
            String number,
            UUID person,
            @Nullable String from,
            AskingForExports.Wish wish,
            long count) {
        UUID id = Ids.next();
        jdbc.sql(
                        """
                        insert into customer_export (id, number, person_id, person_from, selection, columns, more, clear, purpose,
                            asked_count, asked_at, state)
                        values (:id, :number, :person, :from, :selection::jsonb, :columns, :more, :clear, :purpose, :count, :now,
                            'ASKED')
                        """)
                .param("id", id)
                .param("number", number)
                .param("person", person)
                .param("from", from)
                .param("selection", json.writeValueAsString(wish.selection()))
                .param("columns", wish.columns().stream().map(Enum::name).toArray(String[]::new))
                .param("more", wish.customColumns().toArray(String[]::new))
                .param("clear", wish.clear())
                .param("purpose", wish.purpose().strip())
                .param("count", count)
                .param("now", at(clock.instant()))
                .update();
        return id;
    }

    void waitFor(UUID id, UUID request, String requestNumber) {
        jdbc.sql(
                        "update customer_export set request_id = :request, request_number ="
                                + " :requestNumber where id = :id")
                .param("request", request)
                .param("requestNumber", requestNumber)
                .param("id", id)
                .update();
    }

    void approve(UUID id, Instant expiresAt) {
        jdbc.sql(
                        "update customer_export set state = 'APPROVED', expires_at = :expires where"
                                + " id = :id")
                .param("expires", at(expiresAt))
                .param("id", id)
                .update();
    }

    void ready(UUID id, long rows, StoredContent content) {
        jdbc.sql(
                        """
                        update customer_export set state = 'READY', row_count = :rows, content_id = :content, key_id = :key,
                            size = :size, sha256 = :sha256 where id = :id
                        """)
                .param("rows", rows)
                .param("content", content.id().value())
                .param("key", content.key().value())
                .param("size", content.size())
                .param("sha256", content.sha256())
                .param("id", id)
                .update();
    }

    /** It comes to an end without a file, or loses its file. */
    void end(UUID id, State state) {
        jdbc.sql(
                        "update customer_export set state = :state, content_id = null, key_id ="
                                + " null where id = :id")
                .param("state", state.name())
                .param("id", id)
                .update();
    }

    void countFetch(UUID id) {
        jdbc.sql("update customer_export set fetched = fetched + 1 where id = :id")
                .param("id", id)
                .update();
    }

    Optional<Held> find(UUID id) {
        return held("id = :key", id);
    }

    Optional<Held> findNumber(String number) {
        return held("number = :key", number);
    }

    /** The export, which nobody else can settle until this transaction ends. */
    Optional<Held> lockNumber(String number) {
        return held("number = :key for update", number);
    }

    /** One that is to be made, unless somebody makes it already. */
    Optional<Held> takeApproved() {
        return held("state = :key order by expires_at limit 1 for update skip locked", "APPROVED");
    }

    /** One whose time is over. */
    Optional<Held> takeOutdated() {
        return held(
                "state in ('APPROVED', 'READY') and expires_at <= :key limit 1 for update skip"
                        + " locked",
                at(clock.instant()));
    }

    private Optional<Held> held(String where, Object key) {
        return jdbc.sql("select * from customer_export where " + where)
                .param("key", key)
                .query((row, n) -> held(row))
                .optional();
    }

    private Held held(ResultSet row) throws SQLException {
        UUID content = row.getObject("content_id", UUID.class);
        UUID key = row.getObject("key_id", UUID.class);
        return new Held(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getObject("person_id", UUID.class),
                row.getString("person_from"),
                json.readValue(row.getString("selection"), ExportSelection.class),
                columns(row),
                List.of((String[]) row.getArray("more").getArray()),
                row.getBoolean("clear"),
                row.getString("purpose"),
                row.getLong("asked_count"),
                row.getObject("request_id", UUID.class),
                row.getString("request_number"),
                State.valueOf(row.getString("state")),
                instant(row, "expires_at"),
                content == null ? null : new ContentId(content),
                key == null ? null : new KeyId(key),
                row.getString("sha256"));
    }

    /** Those of a person, newest first. */
    Listing<CustomerExport> list(UUID person, Paging paging) {
        return listings.read(
                new Listings.Rows(
                        "e.*",
                        "customer_export e",
                        SqlPredicate.of("e.person_id = :person", "person", person),
                        "e.asked_at desc, e.id desc"),
                paging,
                (row, n) -> export(row));
    }

    /** As its owner sees it. */
    CustomerExport get(UUID id) {
        return jdbc.sql("select * from customer_export where id = :id")
                .param("id", id)
                .query((row, n) -> export(row))
                .single();
    }

    private CustomerExport export(ResultSet row) throws SQLException {
        return new CustomerExport(
                row.getObject("id", UUID.class),
                row.getString("number"),
                State.valueOf(row.getString("state")),
                words.of(json.readValue(row.getString("selection"), ExportSelection.class)),
                columns(row),
                row.getBoolean("clear"),
                row.getString("purpose"),
                row.getLong("asked_count"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getObject("request_id", UUID.class),
                row.getString("request_number"),
                row.getObject("row_count", Long.class),
                instant(row, "expires_at"),
                row.getInt("fetched"));
    }

    private static List<ExportColumn> columns(ResultSet row) throws SQLException {
        return Arrays.stream((String[]) row.getArray("columns").getArray())
                .map(ExportColumn::valueOf)
                .toList();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
