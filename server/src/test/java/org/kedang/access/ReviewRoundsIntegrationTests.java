package org.kedang.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kedang.IntegrationTest;
import org.kedang.access.ReviewRounds.Decision;
import org.kedang.audit.Audit;
import org.kedang.identity.Accounts;
import org.kedang.identity.Directory;
import org.kedang.identity.Granting;
import org.kedang.identity.LoadingOrganisation;
import org.kedang.identity.ReviewableGrants;
import org.kedang.identity.Roles;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Paging;
import org.kedang.kernel.Problem;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Each test travels in time within a transaction that is rolled back. */
@IntegrationTest
@Transactional
class ReviewRoundsIntegrationTests {
    private static final Paging ALL = new Paging(1, 200);

    @Autowired ReviewableGrants grants;
    @Autowired Granting granting;
    @Autowired Directory directory;
    @Autowired Roles roles;
    @Autowired Accounts accounts;
    @Autowired LoadingOrganisation organisation;
    @Autowired Audit audit;
    @Autowired JdbcClient jdbc;

    /** Other tests begin rounds of today and engage people; here only the demo's are reviewed. */
    @BeforeEach
    void keepOnlyTheDemo() {
        jdbc.sql("delete from access_review_line").update();
        jdbc.sql("delete from access_review").update();
        jdbc.sql(
                        """
                        update role_grant set state = 'ENDED', ended_at = now() where state <> 'ENDED' and person_id not in
                            (select id from person where user_name in
                                ('sales', 'clerk', 'head', 'gm', 'sysadmin', 'netadmin', 'secadmin', 'auditor'))
                        """)
                .update();
        jdbc.sql("update role_grant set state = 'EFFECTIVE' where state = 'SUSPENDED'").update();
        jdbc.sql("update explicit_grant set ended_at = now() where ended_at is null").update();
    }

    @Test
    void beginsOncePerQuarter() {
        on("2031-03-31").keep();
        on("2031-03-31").keep();
        on("2031-04-01").keep();

        assertThat(lines("2031-04-01").listReviews().stream().map(AccessReview::period))
                .contains("2031-Q1", "2031-Q2")
                .doesNotHaveDuplicates();
    }

    @Test
    void asksTheHeadAboveTheHolderAndNeverTheHolder() {
        on("2031-05-01").keep();

        List<ReviewLine> head = waitingFor("head");
        assertThat(head).anySatisfy(line -> assertThat(line.personName()).isEqualTo("李晓梅"));
        assertThat(head).noneSatisfy(line -> assertThat(line.personName()).isEqualTo("陈志远"));
        List<ReviewLine> officer = waitingFor("secadmin");
        assertThat(officer).anySatisfy(line -> assertThat(line.personName()).isEqualTo("吴桐"));
        assertThat(officer).anySatisfy(line -> assertThat(line.personName()).isEqualTo("陈志远"));
        assertThat(officer).noneSatisfy(line -> assertThat(line.personName()).isEqualTo("孙丽"));
        assertThat(waitingFor("gm"))
                .anySatisfy(line -> assertThat(line.personName()).isEqualTo("孙丽"));
    }

    @Test
    void suspendsWhatNobodyConfirmedAndResumesItOnConfirmation() {
        on("2031-05-01").keep();
        ReviewLine sales = line("head", "李晓梅");

        on("2031-05-15").keep();
        assertThat(state(sales)).isEqualTo("EFFECTIVE");
        on("2031-05-16").keep();
        assertThat(state(sales)).isEqualTo("SUSPENDED");
        assertThat(line("head", "李晓梅").state()).isEqualTo(ReviewLine.State.OVERDUE);
        on("2031-05-17").decide(as("head"), Set.of(sales.id()), Decision.CONFIRM, "仍在岗");

        assertThat(state(sales)).isEqualTo("EFFECTIVE");
    }

    @Test
    void keepsTheLastHolderOfAnOfficeAtWork() {
        on("2031-05-01").keep();
        on("2031-06-01").keep();

        assertThat(
                        jdbc.sql(
                                        """
                                        select g.state from role_grant g join person p on p.id = g.person_id
                                        where p.user_name in ('netadmin', 'secadmin') and g.state <> 'ENDED'
                                        """)
                                .query(String.class)
                                .list())
                .containsOnly("EFFECTIVE");
    }

    @Test
    void endsWhatIsRevoked() {
        on("2031-05-01").keep();
        ReviewLine sales = line("head", "李晓梅");

        on("2031-05-02").decide(as("head"), Set.of(sales.id()), Decision.REVOKE, "已调岗");

        assertThat(state(sales)).isEqualTo("ENDED");
        refuses(
                "review-line-decided",
                () ->
                        on("2031-05-02")
                                .decide(as("head"), Set.of(sales.id()), Decision.CONFIRM, null));
    }

    @Test
    void letsNobodyDecideForOthersOrForHimself() {
        on("2031-05-01").keep();
        UUID sales = line("head", "李晓梅").id();
        UUID officer = line("gm", "孙丽").id();

        refuses(
                "review-line-not-yours",
                () -> on("2031-05-02").decide(as("clerk"), Set.of(sales), Decision.CONFIRM, null));
        refuses(
                "review-line-not-yours",
                () -> on("2031-05-02").decide(as("sales"), Set.of(sales), Decision.CONFIRM, null));
        refuses(
                "review-line-not-yours",
                () ->
                        on("2031-05-02")
                                .decide(as("secadmin"), Set.of(officer), Decision.CONFIRM, null));
    }

    @Test
    void closesOnceEveryLineIsSettled() {
        on("2031-05-01").keep();
        UUID review =
                jdbc.sql("select id from access_review where period = '2031-Q2'")
                        .query(UUID.class)
                        .single();
        for (String reviewer : List.of("head", "secadmin", "gm")) {
            for (Set<UUID> mine = waiting(reviewer); !mine.isEmpty(); mine = waiting(reviewer)) {
                on("2031-05-02").decide(as(reviewer), mine, Decision.CONFIRM, null);
            }
        }
        int left = lines("2031-05-02").listWaiting(review).size();

        assertThat(left).isZero();
        assertThat(
                        jdbc.sql("select closed_at is not null from access_review where id = :id")
                                .param("id", review)
                                .query(Boolean.class)
                                .single())
                .isTrue();
    }

    private ReviewRounds on(String day) {
        return new ReviewRounds(
                lines(day), grants, granting, directory, new ReviewSettings(14), audit, clock(day));
    }

    private ReviewLines lines(String day) {
        return new ReviewLines(jdbc, directory, roles, granting, clock(day));
    }

    private static Clock clock(String day) {
        Instant noon = LocalDate.parse(day).atTime(4, 0).toInstant(ZoneOffset.UTC);
        return Clock.fixed(noon, ZoneOffset.UTC);
    }

    private List<ReviewLine> waitingFor(String userName) {
        return lines("2031-05-01").list(as(userName), null, null, true, ALL).items().stream()
                .filter(line -> line.period().equals("2031-Q2"))
                .toList();
    }

    private Set<UUID> waiting(String reviewer) {
        return waitingFor(reviewer).stream()
                .map(ReviewLine::id)
                .collect(java.util.stream.Collectors.toSet());
    }

    private ReviewLine line(String reviewer, String holder) {
        return waitingFor(reviewer).stream()
                .filter(line -> holder.equals(line.personName()))
                .findFirst()
                .orElseThrow();
    }

    private String state(ReviewLine line) {
        return jdbc.sql(
                        "select g.state from role_grant g join access_review_line l on"
                                + " l.role_grant_id = g.id where l.id = :line")
                .param("line", line.id())
                .query(String.class)
                .single();
    }

    private Actor as(String userName) {
        return accounts.find(organisation.idOf(userName))
                .orElseThrow()
                .actor(new Actor.Connection("127.0.0.1", "test", "Java"));
    }

    private static void refuses(String slug, Runnable deed) {
        assertThatThrownBy(deed::run)
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.type().slug()).isEqualTo(slug));
    }
}
