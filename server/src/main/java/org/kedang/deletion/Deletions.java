package org.kedang.deletion;

import org.jspecify.annotations.Nullable;
import org.kedang.customer.DeletingCustomer.Doomed;
import org.kedang.identity.Directory;
import org.kedang.kernel.Listing;
import org.kedang.kernel.Listings;
import org.kedang.kernel.Paging;
import org.kedang.kernel.Problem;
import org.kedang.kernel.SqlPredicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/** Approved deletions, as rows. */
@Repository
public class Deletions {
    /** What the rules need of one deletion. */
    record Held(
            UUID id,
            UUID requestId,
            String requestNumber,
            UUID customerId,
            String customerNumber,
            long customerVersion,
            DeletionBasis basis,
            String reason,
            UUID requestedBy,
            Instant approvedAt,
            Deletion.State state) {}

    /** A deletion that was just approved. */
    record Approved(
            UUID request, String number, DeletionBasis basis, String reason, UUID requester) {}

    private final JdbcClient jdbc;
    private final Listings listings;
    private final Directory directory;
    private final Clock clock;

    Deletions(JdbcClient jdbc, Listings listings, Directory directory, Clock clock) {
        this.jdbc = jdbc;
        this.listings = listings;
        this.directory = directory;
        this.clock = clock;
    }

    void add(UUID id, Approved approved, Doomed customer) {
        jdbc.sql(
                        """
                        insert into customer_deletion (id, request_id, request_number, customer_id, customer_number,
                            customer_version, basis, reason, requested_by, approved_at, state)
                        values (:id, :request, :number, :customer, :customerNumber, :version, :basis, :reason, :requester,
                            :now, 'APPROVED')
                        """)
                .param("id", id)
                .param("request", approved.request())
                .param("number", approved.number())
                .param("customer", customer.id())
                .param("customerNumber", customer.number())
                .param("version", customer.version())
                .param("basis", approved.basis().name())
                .param("reason", approved.reason())
                .param("requester", approved.requester())
                .param("now", now())
                .update();
    }

    /** Whether one waits for this customer. */
    boolean isWaiting(UUID customer) {
        return jdbc.sql(
                        "select exists (select 1 from customer_deletion where customer_id ="
                                + " :customer and state = 'APPROVED')")
                .param("customer", customer)
                .query(Boolean.class)
                .single();
    }

    /** The deletion, which nobody else can end until this transaction ends. */
    Held lock(UUID id) {
        return held("select * from customer_deletion where id = :id for update", id);
    }

    Held get(UUID id) {
        return held("select * from customer_deletion where id = :id", id);
    }

    private Held held(String sql, UUID id) {
        return jdbc.sql(sql)
                .param("id", id)
                .query(
                        (row, n) ->
                                new Held(
                                        id,
                                        row.getObject("request_id", UUID.class),
                                        row.getString("request_number"),
                                        row.getObject("customer_id", UUID.class),
                                        row.getString("customer_number"),
                                        row.getLong("customer_version"),
                                        DeletionBasis.valueOf(row.getString("basis")),
                                        row.getString("reason"),
                                        row.getObject("requested_by", UUID.class),
                                        instant(row, "approved_at"),
                                        Deletion.State.valueOf(row.getString("state"))))
                .optional()
                .orElseThrow(Problem::notFound);
    }

    void end(UUID id, Deletion.State state, UUID by, @Nullable String reason) {
        jdbc.sql(
                        "update customer_deletion set state = :state, ended_by = :by, ended_at ="
                                + " :now, end_reason = :reason where id = :id")
                .param("id", id)
                .param("state", state.name())
                .param("by", by)
                .param("now", now())
                .param("reason", reason)
                .update();
    }

    /** Those that wait come first, then the newest. */
    public Listing<Deletion> list(Deletion.@Nullable State state, Paging paging) {
        return listings.read(
                new Listings.Rows(
                        "d.*",
                        "customer_deletion d",
                        state == null
                                ? SqlPredicate.TRUE
                                : SqlPredicate.of("d.state = :state", "state", state.name()),
                        "d.state <> 'APPROVED', d.approved_at desc, d.id desc"),
                paging,
                (row, n) -> deletion(row));
    }

    private Deletion deletion(ResultSet row) throws SQLException {
        UUID ender = row.getObject("ended_by", UUID.class);
        return new Deletion(
                row.getObject("id", UUID.class),
                row.getObject("request_id", UUID.class),
                row.getString("request_number"),
                row.getString("customer_number"),
                DeletionBasis.valueOf(row.getString("basis")),
                row.getString("reason"),
                directory.personName(row.getObject("requested_by", UUID.class)),
                instant(row, "approved_at"),
                Deletion.State.valueOf(row.getString("state")),
                ender == null ? null : directory.personName(ender),
                ender == null ? null : instant(row, "ended_at"),
                row.getString("end_reason"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
