package org.kedang.identity;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;
import org.kedang.identity.Shareable.Kind;
import org.kedang.kernel.Actor;
import org.kedang.kernel.KernelProblem;
import org.kedang.kernel.Listing;
import org.kedang.kernel.Listings;
import org.kedang.kernel.Paging;
import org.kedang.kernel.Problem;
import org.kedang.kernel.SqlPredicate;
import org.springframework.stereotype.Service;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** All that was opened singly, for the security officer: to whom and why, and nothing of what. */
@Service
public class OverseeingShares {
    private static final String COLUMNS =
            """
            g.id, g.person_id, g.department_id, g.customer_id, g.dossier_id, g.may_edit, g.valid_until, g.reason, g.granted_by,
            g.granted_at, g.ended_by, g.ended_at, g.end_reason\
            """;
    private static final String TABLES =
            """
            explicit_grant g left join person p on p.id = g.person_id left join department d on d.id = g.department_id
            join person b on b.id = g.granted_by\
            """;
    private static final String SOUGHT =
            "position(:q in lower(concat_ws(' ', p.name, p.user_name, d.name, b.name,"
                    + " b.user_name))) > 0";

    /** How far a grant is. */
    @Schema(name = "ShareState")
    public enum State {
        RUNNING,
        EXPIRED,
        ENDED
    }

    /**
     * Which of them.
     *
     * @param q part of the name of who received or gave it
     * @param state {@code null} for all
     */
    public record Filter(@Nullable String q, @Nullable Kind kind, @Nullable State state) {}

    /**
     * One of them, with no word of what the thing is called.
     *
     * @param receiver name of the person or department
     */
    public record ShareLine(
            UUID id,
            Kind kind,
            UUID thing,
            @Nullable UUID personId,
            @Nullable UUID departmentId,
            String receiver,
            boolean mayEdit,
            Instant validUntil,
            String reason,
            String grantedByName,
            Instant grantedAt,
            State state,
            @Nullable Instant endedAt,
            @Nullable String endedByName,
            @Nullable String endReason) {}

    private final Listings listings;
    private final Granting granting;
    private final Directory directory;
    private final Clock clock;

    OverseeingShares(Listings listings, Granting granting, Directory directory, Clock clock) {
        this.listings = listings;
        this.granting = granting;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * The newest first.
     *
     * @throws Problem {@code not-permitted}
     */
    public Listing<ShareLine> list(Actor by, Filter filter, Paging paging) {
        if (!granting.isOfficer(by)) {
            throw Problem.of(KernelProblem.NOT_PERMITTED);
        }
        return listings.read(
                new Listings.Rows(COLUMNS, TABLES, where(filter), "g.granted_at desc, g.id desc"),
                paging,
                (row, n) -> line(row));
    }

    private SqlPredicate where(Filter filter) {
        SqlPredicate where = SqlPredicate.TRUE;
        if (filter.q() != null && !filter.q().isBlank()) {
            where =
                    where.and(
                            SqlPredicate.of(
                                    SOUGHT, "q", filter.q().strip().toLowerCase(Locale.ROOT)));
        }
        if (filter.kind() != null) {
            where =
                    where.and(
                            switch (filter.kind()) {
                                case CUSTOMER ->
                                        new SqlPredicate("g.customer_id is not null", Map.of());
                                case DOSSIER ->
                                        new SqlPredicate("g.dossier_id is not null", Map.of());
                            });
        }
        return filter.state() == null ? where : where.and(is(filter.state()));
    }

    private SqlPredicate is(State state) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        return switch (state) {
            case ENDED -> new SqlPredicate("g.ended_at is not null", Map.of());
            case RUNNING ->
                    SqlPredicate.of("g.ended_at is null and g.valid_until > :now", "now", now);
            case EXPIRED ->
                    SqlPredicate.of("g.ended_at is null and g.valid_until <= :now", "now", now);
        };
    }

    private ShareLine line(ResultSet row) throws SQLException {
        UUID customer = row.getObject("customer_id", UUID.class);
        UUID person = row.getObject("person_id", UUID.class);
        UUID department = row.getObject("department_id", UUID.class);
        UUID endedBy = row.getObject("ended_by", UUID.class);
        Instant until = row.getObject("valid_until", OffsetDateTime.class).toInstant();
        OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        return new ShareLine(
                row.getObject("id", UUID.class),
                customer == null ? Kind.DOSSIER : Kind.CUSTOMER,
                customer == null ? row.getObject("dossier_id", UUID.class) : customer,
                person,
                department,
                person == null
                        ? directory.departmentName(department)
                        : directory.personName(person),
                row.getBoolean("may_edit"),
                until,
                row.getString("reason"),
                directory.personName(row.getObject("granted_by", UUID.class)),
                row.getObject("granted_at", OffsetDateTime.class).toInstant(),
                state(until, ended),
                ended == null ? null : ended.toInstant(),
                endedBy == null ? null : directory.personName(endedBy),
                row.getString("end_reason"));
    }

    private State state(Instant until, @Nullable OffsetDateTime ended) {
        if (ended != null) {
            return State.ENDED;
        }
        return until.isAfter(clock.instant()) ? State.RUNNING : State.EXPIRED;
    }
}
