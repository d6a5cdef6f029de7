package org.kedang.privacy;

import org.jspecify.annotations.Nullable;
import org.kedang.calendar.WorkingCalendar;
import org.kedang.customer.TimelineEntry;
import org.kedang.identity.Directory;
import org.kedang.identity.Visibilities;
import org.kedang.kernel.Actor;
import org.kedang.kernel.ChinaTime;
import org.kedang.kernel.KeptWords;
import org.kedang.kernel.Listing;
import org.kedang.kernel.Listings;
import org.kedang.kernel.Paging;
import org.kedang.kernel.Permission;
import org.kedang.kernel.Problem;
import org.kedang.kernel.SqlPredicate;
import org.kedang.kernel.Texts;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Rights cases, as rows; every reading carries the reader's visibility. */
@Repository
public class RightsCases {
    private static final String OPEN = "k.state in ('RECEIVED', 'WORKING')";
    private static final String FROM = "rights_case k left join customer c on c.id = k.customer_id";
    private static final String COLUMNS = "k.*, c.number customer_number, c.name customer_name";

    /** Which cases are asked for; {@code null} does not narrow. */
    public record Filter(
            @Nullable CaseState state,
            @Nullable CaseKind kind,
            @Nullable UUID customerId,
            @Nullable String q,
            boolean waiting,
            boolean late,
            boolean mine) {}

    /** What the rules need of one case. */
    record Held(
            UUID id,
            String number,
            CaseKind kind,
            CaseState state,
            @Nullable UUID customer,
            String requester,
            UUID responsible) {}

    /** A case that somebody must be reminded of. */
    record Due(UUID id, String number, LocalDate dueOn, UUID responsible) {}

    private final JdbcClient jdbc;
    private final Listings listings;
    private final Visibilities visibilities;
    private final Directory directory;
    private final WorkingCalendar calendar;
    private final PrivacySettings settings;
    private final Clock clock;

    RightsCases(
            JdbcClient jdbc,
            Listings listings,
            Visibilities visibilities,
            Directory directory,
            WorkingCalendar calendar,
            PrivacySettings settings,
            Clock clock) {
        this.jdbc = jdbc;
        this.listings = listings;
        this.visibilities = visibilities;
        this.directory = directory;
        this.calendar = calendar;
        this.settings = settings;
        this.clock = clock;
    }

    /** Those that are due first come first, then the closed ones, the newest first. */
    public Listing<RightsCase> list(Actor reader, Filter filter, Paging paging) {
        SqlPredicate where =
                visible(reader)
                        .and(SqlPredicate.equal("k.state", "state", filter.state()))
                        .and(SqlPredicate.equal("k.kind", "kind", filter.kind()))
                        .and(SqlPredicate.equal("k.customer_id", "customer", filter.customerId()))
                        .and(SqlPredicate.onlyIf(filter.waiting(), OPEN))
                        .and(late(filter.late()))
                        .and(
                                SqlPredicate.equal(
                                        "k.responsible_id",
                                        "me",
                                        filter.mine() ? reader.id() : null))
                        .and(KeptWords.contain("k.words", filter.q()));
        return listings.read(
                new Listings.Rows(
                        COLUMNS,
                        FROM,
                        where,
                        "k.closed_at is not null, case when k.closed_at is null then k.due_on end,"
                                + " k.recorded_at desc, k.id desc"),
                paging,
                mapper(reader));
    }

    public Optional<RightsCase> find(Actor reader, UUID id) {
        SqlPredicate visible = visible(reader);
        return jdbc.sql(
                        "select %s from %s where k.id = :id and %s"
                                .formatted(COLUMNS, FROM, visible.sql()))
                .param("id", id)
                .params(visible.params())
                .query(mapper(reader))
                .optional();
    }

    /**
     * A case is seen with its customer; without one by whoever answers for it, recorded it, or sees
     * to all of them.
     */
    private SqlPredicate visible(Actor reader) {
        SqlPredicate customers =
                visibilities.of(reader, Permission.CUSTOMER_READ).keptAboutCustomers("k");
        SqlPredicate withCustomer =
                new SqlPredicate("k.customer_id is not null", Map.of()).and(customers);
        if (reader.may(Permission.PRIVACY_MANAGE)) {
            return withCustomer.or(new SqlPredicate("k.customer_id is null", Map.of()));
        }
        return withCustomer.or(
                SqlPredicate.of(
                        "(k.customer_id is null and :reader in (k.responsible_id, k.recorded_by))",
                        "reader",
                        reader.id()));
    }

    private SqlPredicate late(boolean late) {
        return late
                ? SqlPredicate.of(OPEN + " and k.due_on < :today", "today", today())
                : SqlPredicate.TRUE;
    }

    /** The steps of a case, the first one first. */
    public List<CaseStep> listSteps(UUID id) {
        return jdbc.sql("select * from rights_case_step where case_id = :id order by at, id")
                .param("id", id)
                .query(
                        (row, n) ->
                                new CaseStep(
                                        row.getObject("id", UUID.class),
                                        row.getObject("at", OffsetDateTime.class).toInstant(),
                                        directory.personName(row.getObject("by_id", UUID.class)),
                                        CaseStep.Kind.valueOf(row.getString("kind")),
                                        row.getString("text")))
                .list();
    }

    String nextNumber() {
        long next = jdbc.sql("select nextval('rights_case_number')").query(Long.class).single();
        return "QL%d-%05d".formatted(today().getYear(), next);
    }

    void add(UUID id, String number, NewCase asked, UUID responsible, UUID by) {
        jdbc.sql(
                        """
                        insert into rights_case (id, number, kind, state, customer_id, requester, contact, channel, wish,
                            received_on, due_on, responsible_id, recorded_by, recorded_at)
                        values (:id, :number, :kind, 'RECEIVED', :customer, :requester, :contact, :channel, :wish,
                            :receivedOn, :dueOn, :responsible, :by, :now)
                        """)
                .param("id", id)
                .param("number", number)
                .param("kind", asked.kind().name())
                .param("customer", asked.customerId())
                .param("requester", asked.requester().strip())
                .param("contact", Texts.trimmed(asked.contact()))
                .param("channel", asked.channel().name())
                .param("wish", asked.wish().strip())
                .param("receivedOn", asked.receivedOn())
                .param("dueOn", term().lastDay(asked.receivedOn()))
                .param("responsible", responsible)
                .param("by", by)
                .param("now", now())
                .update();
    }

    void addStep(UUID id, UUID step, CaseStep.Kind kind, UUID by, String text) {
        jdbc.sql(
                        "insert into rights_case_step (id, case_id, at, by_id, kind, text) values"
                                + " (:id, :case, :at, :by, :kind, :text)")
                .param("id", step)
                .param("case", id)
                .param("at", now())
                .param("by", by)
                .param("kind", kind.name())
                .param("text", text)
                .update();
    }

    /** The case, which nobody else can change until this transaction ends. */
    Held lock(Actor actor, UUID id) {
        if (find(actor, id).isEmpty()) {
            throw Problem.notFound();
        }
        return jdbc.sql("select * from rights_case where id = :id for update")
                .param("id", id)
                .query((row, n) -> held(row))
                .optional()
                .orElseThrow(Problem::notFound);
    }

    /** Open cases that the person answers for, whoever asks. */
    List<Held> lockOpenOf(UUID person) {
        return jdbc.sql(
                        "select k.* from rights_case k where k.responsible_id = :person and %s order by k.id for update"
                                .formatted(OPEN))
                .param("person", person)
                .query((row, n) -> held(row))
                .list();
    }

    private static Held held(ResultSet row) throws SQLException {
        return new Held(
                row.getObject("id", UUID.class),
                row.getString("number"),
                CaseKind.valueOf(row.getString("kind")),
                CaseState.valueOf(row.getString("state")),
                row.getObject("customer_id", UUID.class),
                row.getString("requester"),
                row.getObject("responsible_id", UUID.class));
    }

    void prove(UUID id, IdentityProof proof) {
        jdbc.sql(
                        "update rights_case set version = version + 1, identity = :proof, state ="
                                + " 'WORKING' where id = :id")
                .param("id", id)
                .param("proof", proof.name())
                .update();
    }

    void give(UUID id, UUID responsible) {
        jdbc.sql(
                        "update rights_case set version = version + 1, responsible_id ="
                                + " :responsible where id = :id")
                .param("id", id)
                .param("responsible", responsible)
                .update();
    }

    /** Closes it; of a case whose customer was deleted nothing stays that says who asked. */
    void close(UUID id, CaseAnswer answer, UUID by) {
        jdbc.sql(
                        """
                        update rights_case set version = version + 1, state = :state, answer = :answer, answered_on = :answeredOn,
                            closed_by = :by, closed_at = :now,
                            requester = case when detached then '—' else requester end,
                            contact = case when detached then null else contact end
                        where id = :id
                        """)
                .param("id", id)
                .param("state", (answer.refused() ? CaseState.REFUSED : CaseState.DONE).name())
                .param("answer", answer.answer().strip())
                .param("answeredOn", answer.answeredOn())
                .param("by", by)
                .param("now", now())
                .update();
    }

    /** Open cases whose last day comes within so many working days or is over. */
    List<Due> listDue() {
        return jdbc.sql(
                        "select k.id, k.number, k.due_on, k.responsible_id responsible from"
                                + " rights_case k where "
                                + OPEN
                                + " and k.due_on <= :until order by k.due_on, k.id limit 10000")
                .param("until", calendar.days().plus(today(), settings.reminderDays()))
                .query(Due.class)
                .list();
    }

    /** As rows of one customer, newest first, whoever reads. */
    List<RightsCase> listOf(
            Actor reader, UUID customer, TimelineEntry.@Nullable Place before, int most) {
        SqlPredicate older = TimelineEntry.older("k.recorded_at", "k.id", before);
        return jdbc.sql(
                        "select %s from %s where k.customer_id = :customer and %s order by k.recorded_at desc, k.id desc limit :most"
                                .formatted(COLUMNS, FROM, older.sql()))
                .param("customer", customer)
                .params(older.params())
                .param("most", most)
                .query(mapper(reader))
                .list();
    }

    long count(UUID customer) {
        return jdbc.sql("select count(*) from rights_case where customer_id = :customer")
                .param("customer", customer)
                .query(Long.class)
                .single();
    }

    void erase(UUID customer) {
        jdbc.sql("select privacy_erase(:customer)").param("customer", customer).query().singleRow();
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ChinaTime.ZONE);
    }

    private CaseTerm term() {
        return new CaseTerm(calendar.days(), settings.workingDays());
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private RowMapper<RightsCase> mapper(Actor reader) {
        return new CaseRow(
                reader,
                visibilities.of(reader, Permission.CUSTOMER_READ).fields(),
                directory,
                term(),
                today());
    }

    static boolean mayWorkOn(Actor actor, UUID responsible) {
        return actor.may(Permission.CUSTOMER_WRITE)
                && (actor.id().equals(responsible) || actor.may(Permission.PRIVACY_MANAGE));
    }
}
