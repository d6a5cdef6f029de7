package org.kedang.confirmation;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;
import org.kedang.identity.Directory;
import org.kedang.identity.Visibility;
import org.kedang.kernel.Listing;
import org.kedang.kernel.Listings;
import org.kedang.kernel.Listings.Rows;
import org.kedang.kernel.Paging;
import org.kedang.kernel.SqlPredicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads who is due and who is done; every query of customers carries the reader's visibility. */
@Repository
public class Confirmations {
    /**
     * A customer that is due.
     *
     * @param version of the record, which a confirmation must name
     * @param lastAt when it was confirmed last
     * @param unchanged whether the record is as it was then
     */
    @Schema(name = "DueConfirmation")
    public record Due(
            UUID id,
            String number,
            String name,
            long version,
            UUID ownerId,
            String ownerName,
            String departmentName,
            Instant updatedAt,
            @Nullable Instant lastAt,
            boolean unchanged) {}

    /** What narrows the list; {@code null} does not. */
    public record Filter(
            @Nullable UUID ownerId, @Nullable UUID departmentId, boolean unchangedOnly) {}

    /** So many of the customers of a person or department are confirmed. */
    @Schema(name = "ConfirmationShare")
    public record Share(UUID id, String name, long total, long confirmed) {}

    /** How far the round is, as far as the reader may see it. */
    @Schema(name = "ConfirmationCoverage")
    public record Coverage(
            @Nullable Round round,
            long total,
            long confirmed,
            List<Share> departments,
            List<Share> people) {}

    /** Somebody found a version right. */
    @Schema(name = "ConfirmationMade")
    public record Made(LocalDate quarter, long version, String byName, Instant at) {}

    /**
     * How it stands with a customer.
     *
     * @param due whether it is to be confirmed now
     * @param mine whether the reader is its owner
     * @param made the newest first
     */
    @Schema(name = "CustomerConfirmation")
    public record Standing(
            @Nullable Round round, boolean due, boolean mine, long version, List<Made> made) {}

    private record Cell(UUID department, UUID owner, long total, long confirmed) {}

    private static final int MADE_SHOWN = 40;
    private static final String LAST =
            """
            customer c left join lateral (
                select k.quarter, k.version, k.confirmed_at from confirmation k where k.customer_id = c.id
                order by k.quarter desc limit 1) last on true
            """;

    private final Rounds rounds;
    private final JdbcClient jdbc;
    private final Listings listings;
    private final Directory directory;

    Confirmations(Rounds rounds, JdbcClient jdbc, Listings listings, Directory directory) {
        this.rounds = rounds;
        this.jdbc = jdbc;
        this.listings = listings;
        this.directory = directory;
    }

    /** This quarter's round, if it has begun. */
    public Optional<Round> findRound() {
        return rounds.findCurrent();
    }

    /** Those that are due, the longest untouched first. */
    public Listing<Due> list(Filter filter, Paging paging, Visibility visibility) {
        Optional<Round> round = rounds.findCurrent();
        if (round.isEmpty()) {
            return Listing.of(List.of(), paging, 0);
        }
        SqlPredicate where =
                visibility
                        .customers("c")
                        .and(Rounds.inRound(round.get()))
                        .and(
                                // one look at each for both questions, and never at all of the
                                // quarter
                                SqlPredicate.of(
                                        "last.quarter is distinct from :quarter",
                                        "quarter",
                                        round.get().quarter()))
                        .and(rounds.notYetLookedThrough(round.get()))
                        .and(SqlPredicate.equal("c.owner_id", "ownerIs", filter.ownerId()))
                        .and(
                                SqlPredicate.equal(
                                        "c.department_id", "departmentIs", filter.departmentId()))
                        .and(
                                SqlPredicate.onlyIf(
                                        filter.unchangedOnly(), "last.version = c.version"));
        return listings.read(
                new Rows(
                        "c.id, c.number, c.name, c.version, c.owner_id, c.department_id,"
                                + " c.updated_at, last.version as last_version, last.confirmed_at",
                        LAST,
                        where,
                        "c.updated_at, c.id"),
                paging,
                this::due);
    }

    private Due due(ResultSet row, int n) throws SQLException {
        long version = row.getLong("version");
        OffsetDateTime last = row.getObject("confirmed_at", OffsetDateTime.class);
        UUID owner = row.getObject("owner_id", UUID.class);
        return new Due(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getString("name"),
                version,
                owner,
                directory.personName(owner),
                directory.departmentName(row.getObject("department_id", UUID.class)),
                row.getObject("updated_at", OffsetDateTime.class).toInstant(),
                last == null ? null : last.toInstant(),
                last != null && row.getLong("last_version") == version);
    }

    /** By department and by person; one statement that reads nothing but two indexes. */
    public Coverage coverage(@Nullable UUID department, Visibility visibility) {
        Optional<Round> round = rounds.findCurrent();
        if (round.isEmpty()) {
            return new Coverage(null, 0, 0, List.of(), List.of());
        }
        List<Cell> all = cells(round.get(), visibility);
        List<Cell> people =
                all.stream()
                        .filter(cell -> department == null || cell.department().equals(department))
                        .toList();
        return new Coverage(
                round.get(),
                total(all),
                confirmed(all),
                shares(all, Cell::department, directory::departmentName),
                shares(people, Cell::owner, directory::personName));
    }

    private List<Cell> cells(Round round, Visibility visibility) {
        SqlPredicate all = visibility.customers("c").and(Rounds.inRound(round));
        SqlPredicate made = visibility.keptAboutCustomers("k");
        return jdbc.sql(
                        """
                        select department, owner, sum(total)::bigint as total, sum(confirmed)::bigint as confirmed from (
                            select c.department_id as department, c.owner_id as owner, count(*) as total, 0 as confirmed
                            from customer c where %s group by 1, 2
                            union all
                            select k.customer_department_id, k.customer_owner_id, 0, count(*)
                            from confirmation k where k.counted and k.quarter = :quarter and %s group by 1, 2) cells
                        group by 1, 2
                        """
                                .formatted(all.sql(), made.sql()))
                .params(all.params())
                .params(made.params())
                .param("quarter", round.quarter())
                .query(Cell.class)
                .list();
    }

    private static long total(Collection<Cell> cells) {
        return cells.stream().mapToLong(Cell::total).sum();
    }

    private static long confirmed(Collection<Cell> cells) {
        return cells.stream().mapToLong(Cell::confirmed).sum();
    }

    /** The furthest behind first. */
    private static List<Share> shares(
            List<Cell> cells, Function<Cell, UUID> by, Function<UUID, String> name) {
        return cells.stream().collect(Collectors.groupingBy(by)).entrySet().stream()
                .map(
                        group ->
                                new Share(
                                        group.getKey(),
                                        name.apply(group.getKey()),
                                        total(group.getValue()),
                                        confirmed(group.getValue())))
                .sorted(
                        Comparator.comparingLong((Share share) -> share.confirmed() - share.total())
                                .thenComparing(Share::id))
                .toList();
    }

    /** The customer must be known to be the reader's to see. */
    public Standing standing(UUID customer, UUID reader) {
        Optional<Round> round = rounds.findCurrent();
        record Head(long version, UUID ownerId) {}
        Head head =
                jdbc.sql("select version, owner_id from customer where id = :id")
                        .param("id", customer)
                        .query(Head.class)
                        .single();
        boolean due =
                round.filter(one -> one.closedOn() == null)
                        .filter(one -> rounds.isDue(customer, one))
                        .isPresent();
        return new Standing(
                round.orElse(null),
                due,
                Objects.equals(reader, head.ownerId()),
                head.version(),
                listMade(customer));
    }

    List<Made> listMade(UUID customer) {
        return jdbc.sql(
                        """
                        select quarter, version, confirmed_by, confirmed_at from confirmation
                        where customer_id = :id order by quarter desc limit :most
                        """)
                .param("id", customer)
                .param("most", MADE_SHOWN)
                .query(
                        (row, n) ->
                                new Made(
                                        row.getObject("quarter", LocalDate.class),
                                        row.getLong("version"),
                                        directory.personName(
                                                row.getObject("confirmed_by", UUID.class)),
                                        row.getObject("confirmed_at", OffsetDateTime.class)
                                                .toInstant()))
                .list();
    }
}
