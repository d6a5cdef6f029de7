package org.kedang.deletion;

import org.jspecify.annotations.Nullable;
import org.kedang.audit.Audit;
import org.kedang.audit.Entry;
import org.kedang.customer.DeletingCustomer.Doomed;
import org.kedang.deletion.Deletions.Held;
import org.kedang.identity.Directory;
import org.kedang.kernel.Actor;
import org.kedang.kernel.ChinaTime;
import org.kedang.kernel.Ids;
import org.kedang.kernel.Listing;
import org.kedang.kernel.Listings;
import org.kedang.kernel.Paging;
import org.kedang.kernel.Problem;
import org.kedang.kernel.SqlPredicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** The register of deletions (删除登记册), whose lines are only added. */
@Repository
public class DeletionRegister {
    private static final TypeReference<List<Erased>> CONTENTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Listings listings;
    private final Directory directory;
    private final DeletionSettings settings;
    private final ObjectMapper json;
    private final Audit audit;
    private final Clock clock;

    DeletionRegister(
            JdbcClient jdbc,
            Listings listings,
            Directory directory,
            DeletionSettings settings,
            ObjectMapper json,
            Audit audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.listings = listings;
        this.directory = directory;
        this.settings = settings;
        this.json = json;
        this.audit = audit;
        this.clock = clock;
    }

    /** Writes the line of a deletion; its number. */
    String add(Held done, Doomed customer, List<UUID> approvers, List<Erased> erased, UUID by) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, ChinaTime.ZONE);
        CustomerDigest digest = CustomerDigest.of(customer.name(), customer.code());
        long run =
                jdbc.sql("select nextval('deletion_register_number')").query(Long.class).single();
        String number = "SC%d-%05d".formatted(today.getYear(), run);
        jdbc.sql(
                        """
                        insert into deletion_register (id, number, customer_number, customer_type, salt, digest, request_id,
                            request_number, basis, reason, requested_by, approved_by, approved_at, executed_by, executed_at,
                            erased, backups_until)
                        values (:id, :number, :customerNumber, :type, :salt, :digest, :request, :requestNumber, :basis, :reason,
                            :requestedBy, :approvedBy, :approvedAt, :executedBy, :now, :erased::jsonb, :backupsUntil)
                        """)
                .param("id", Ids.next())
                .param("number", number)
                .param("customerNumber", customer.number())
                .param("type", customer.type().name())
                .param("salt", digest.salt())
                .param("digest", digest.digest())
                .param("request", done.requestId())
                .param("requestNumber", done.requestNumber())
                .param("basis", done.basis().name())
                .param("reason", done.reason())
                .param("requestedBy", directory.personName(done.requestedBy()))
                .param(
                        "approvedBy",
                        approvers.stream().map(directory::personName).toArray(String[]::new))
                .param("approvedAt", done.approvedAt().atOffset(ZoneOffset.UTC))
                .param("executedBy", directory.personName(by))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("erased", json.writeValueAsString(erased))
                .param("backupsUntil", today.plusDays(settings.backupDays()))
                .update();
        return number;
    }

    /** The newest first; found by numbers of the line, the customer and the request. */
    public Listing<RegisterEntry> list(Actor reader, @Nullable String q, Paging paging) {
        SqlPredicate where =
                q == null || q.isBlank()
                        ? SqlPredicate.TRUE
                        : SqlPredicate.of(
                                "upper(:q) in (r.number, r.customer_number, r.request_number)",
                                "q",
                                q.strip().toUpperCase(Locale.ROOT));
        Listing<RegisterEntry> found =
                listings.read(
                        new Listings.Rows(
                                "r.*",
                                "deletion_register r",
                                where,
                                "r.executed_at desc, r.id desc"),
                        paging,
                        (row, n) -> entry(row));
        audit.recordRead(Entry.of(reader, DeletionAct.REGISTER_READ).reason(q));
        return found;
    }

    /**
     * Whether the line is about this customer.
     *
     * @throws Problem {@code not-found}
     */
    public boolean isOf(Actor reader, UUID id, String name, @Nullable String code) {
        boolean same = digest(id).isOf(name, code == null || code.isBlank() ? null : code);
        audit.recordRead(
                Entry.of(reader, DeletionAct.CHECKED)
                        .subject("deletionEntry", id, null)
                        .change("same", null, same));
        return same;
    }

    private CustomerDigest digest(UUID id) {
        return jdbc.sql("select salt, digest from deletion_register where id = :id")
                .param("id", id)
                .query((row, n) -> new CustomerDigest(row.getBytes("salt"), row.getBytes("digest")))
                .optional()
                .orElseThrow(Problem::notFound);
    }

    private RegisterEntry entry(ResultSet row) throws SQLException {
        return new RegisterEntry(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getString("customer_number"),
                row.getString("customer_type"),
                new CustomerDigest(row.getBytes("salt"), row.getBytes("digest")).shown(),
                row.getObject("request_id", UUID.class),
                row.getString("request_number"),
                DeletionBasis.valueOf(row.getString("basis")),
                row.getString("reason"),
                row.getString("requested_by"),
                List.of((String[]) row.getArray("approved_by").getArray()),
                row.getObject("approved_at", OffsetDateTime.class).toInstant(),
                row.getString("executed_by"),
                row.getObject("executed_at", OffsetDateTime.class).toInstant(),
                json.readValue(row.getString("erased"), CONTENTS),
                row.getObject("backups_until", LocalDate.class));
    }
}
