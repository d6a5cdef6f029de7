package org.kedang.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kedang.IntegrationTest;
import org.kedang.audit.Audit;
import org.kedang.kernel.Actor;
import org.kedang.kernel.ChinaTime;
import org.kedang.kernel.Permission;
import org.kedang.kernel.Problem;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

@IntegrationTest
class PostsIntegrationTests {
    @Autowired Posts posts;
    @Autowired PostRecords records;
    @Autowired Positions positions;
    @Autowired Granting granting;
    @Autowired People people;
    @Autowired MovingPeople moving;
    @Autowired Accounts accounts;
    @Autowired Directory directory;
    @Autowired Visibilities visibilities;
    @Autowired Audit audit;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;
    @Autowired Clock clock;

    private UUID firstSales = UUID.randomUUID();
    private UUID secondSales = UUID.randomUUID();
    private UUID newcomer = UUID.randomUUID();

    @BeforeEach
    void engageANewcomer() {
        firstSales = department("XS");
        secondSales = department("XE");
        newcomer =
                people.saveAndFlush(
                                new Person(
                                        "p" + UUID.randomUUID().toString().substring(0, 12),
                                        "新同事",
                                        firstSales,
                                        "-",
                                        clock.instant()))
                        .id();
    }

    @Test
    void bringsTheRolesOfThePositionAndTakesThemAtOnce() {
        UUID post = posts.assign(officer(), wish(position("SALES"), secondSales, today()), null);

        assertThat(reads().departments()).containsExactly(secondSales);
        assertThat(directory.person(newcomer).departmentId()).isEqualTo(secondSales);

        posts.end(officer(), post, null, "调离");

        assertThat(reads().departments()).isEmpty();
        assertThat(granting.listOf(newcomer)).isEmpty();
        assertThat(records.find(post).orElseThrow().until()).isEqualTo(today());
    }

    @Test
    void keepsWhatAnotherPostBrings() {
        UUID position = position("SALES");
        posts.assign(officer(), wish(position, firstSales, today()), null);
        UUID second = posts.assign(officer(), wish(position, secondSales, today()), null);
        assertThat(reads().departments()).containsExactlyInAnyOrder(firstSales, secondSales);

        posts.end(officer(), second, null, null);

        assertThat(reads().departments()).containsExactly(firstSales);
    }

    @Test
    void hasOneMainPost() {
        UUID position = position("SALES");
        UUID first = posts.assign(officer(), wish(position, firstSales, today()), null);
        posts.assign(officer(), wish(position, secondSales, today()), null);

        assertThat(records.find(first).orElseThrow().main()).isFalse();
        assertThat(directory.person(newcomer).departmentId()).isEqualTo(secondSales);
    }

    @Test
    void beginsOnItsFirstDayAndIsOverAfterItsLast() {
        LocalDate first = today().plusDays(10);
        UUID post = posts.assign(officer(), wish(position("SALES"), secondSales, first), null);
        posts.end(officer(), post, first.plusDays(30), "代理一个月");

        turnAt(9);
        assertThat(held(9).departments()).isEmpty();

        turnAt(10);
        assertThat(held(10).departments()).containsExactly(secondSales);
        assertThat(directory.person(newcomer).departmentId()).isEqualTo(secondSales);

        turnAt(40);
        assertThat(held(40).departments()).containsExactly(secondSales);
        // the right ends with the day, whenever the job runs
        assertThat(held(41).departments()).isEmpty();

        turnAt(41);
        assertThat(records.find(post).orElseThrow().state()).isEqualTo(Post.State.ENDED);
        assertThat(granting.listOf(newcomer)).isEmpty();
    }

    @Test
    void leavesAPlannedPostOfSomebodyWhoLeft() {
        posts.assign(officer(), wish(position("SALES"), secondSales, today().plusDays(3)), null);
        jdbc.sql("update person set state = 'CLOSED' where id = :id")
                .param("id", newcomer)
                .update();

        turnAt(3);

        assertThat(granting.listOf(newcomer)).isEmpty();
    }

    @Test
    void needsASecondPersonForAHighPosition() {
        Posts.Wish wish = wish(position("CLERK"), firstSales, today());

        assertThat(posts.isHigh(wish.positionId())).isTrue();
        refuses("second-person-needed", () -> posts.assign(officer(), wish, null));
        refuses("invalid-second-person", () -> posts.assign(officer(), wish, newcomer));
        assertThat(records.listOf(newcomer)).isEmpty();

        posts.assign(officer(), wish, id("gm"));

        assertThat(reads().everything()).isTrue();
        assertThat(granting.listOf(newcomer).getFirst().approvedBy()).isEqualTo(id("gm"));
    }

    @Test
    void isRefusedToWhoGrantsNothing() {
        Posts.Wish wish = wish(position("SALES"), firstSales, today());

        refuses("not-administered", () -> posts.assign(actor(id("sysadmin")), wish, null));
        refuses("not-administered", () -> posts.assign(actor(id("head")), wish, null));
        UUID own = id("secadmin");
        Posts.Wish toOneself = new Posts.Wish(own, firstSales, wish.positionId(), true, today());
        refuses("own-grant", () -> posts.assign(officer(), toOneself, null));
    }

    @Test
    void refusesAnOfficeBesideAPost() {
        UUID office = position("AUDITOR");
        posts.assign(officer(), wish(position("SALES"), firstSales, today()), null);

        refuses(
                "two-offices",
                () -> posts.assign(officer(), wish(office, firstSales, today()), id("gm")));
        refuses(
                "two-offices",
                () -> positions.changeRoles(officer(), office, Set.of("AUDITOR", "SALES"), null));
    }

    @Test
    void proposesWithoutGivingUntilSomebodyWhoGrantsConfirms() {
        Posts.Wish wish = wish(position("SALES"), firstSales, today());
        transaction.executeWithoutResult(t -> posts.propose(actor(id("sysadmin")), wish));
        UUID post = records.listOf(newcomer).getFirst().id();
        assertThat(reads().departments()).isEmpty();

        refuses("not-administered", () -> posts.confirm(actor(id("sysadmin")), post, null));
        posts.confirm(officer(), post, null);

        assertThat(reads().departments()).containsExactly(firstSales);
    }

    @Test
    void takesThePlaceOfAProposalWhenASecondPersonApproves() {
        Posts.Wish wish = wish(position("CLERK"), firstSales, today());
        transaction.executeWithoutResult(t -> posts.propose(actor(id("sysadmin")), wish));
        UUID proposed = records.listOf(newcomer).getFirst().id();
        refuses("second-person-needed", () -> posts.confirm(officer(), proposed, null));

        posts.assign(officer(), wish, id("gm"));

        assertThat(records.listOf(newcomer))
                .singleElement()
                .satisfies(post -> assertThat(post.state()).isEqualTo(Post.State.HELD));
    }

    @Test
    void remakesTheGrantsOfHoldersWhenThePositionChanges() {
        UUID position = position("SALES");
        posts.assign(officer(), wish(position, firstSales, today()), null);

        refuses(
                "second-person-needed",
                () -> positions.changeRoles(officer(), position, Set.of("SALES", "CLERK"), null));
        assertThat(positions.get(position).roles()).containsExactly("SALES");

        positions.changeRoles(officer(), position, Set.of("DEPARTMENT_HEAD"), null);

        assertThat(granting.listOf(newcomer))
                .singleElement()
                .satisfies(grant -> assertThat(grant.role()).isEqualTo("DEPARTMENT_HEAD"));
    }

    @Test
    void keepsAPositionThatIsHeldOpen() {
        UUID position = position("SALES");
        UUID post = posts.assign(officer(), wish(position, firstSales, today()), null);
        refuses("position-held", () -> positions.close(actor(id("sysadmin")), position));

        posts.end(officer(), post, null, null);
        positions.close(actor(id("sysadmin")), position);

        refuses(
                "position-closed",
                () -> posts.assign(officer(), wish(position, firstSales, today()), null));
    }

    /** The job of the day that comes in so many days. */
    private void turnAt(int days) {
        Posts then =
                new Posts(
                        records, positions, people, moving, granting, accounts, directory, audit,
                        in(days));
        transaction.executeWithoutResult(
                t ->
                        then.listDue().stream()
                                .filter(
                                        post ->
                                                records.find(post)
                                                        .orElseThrow()
                                                        .personId()
                                                        .equals(newcomer))
                                .forEach(then::turn));
    }

    /** What the newcomer reads in so many days. */
    private @Nullable Visibility heldOrNothing(int days) {
        Grants then = new Grants(jdbc, directory, in(days));
        return new Accounts(jdbc, then, directory, in(days))
                .find(newcomer)
                .orElseThrow()
                .everywhere()
                .visibilities()
                .get(Permission.CUSTOMER_READ);
    }

    private Held held(int days) {
        Visibility visibility = heldOrNothing(days);
        return new Held(visibility == null ? Set.of() : visibility.departments());
    }

    private record Held(Set<UUID> departments) {}

    private Clock in(int days) {
        return Clock.offset(clock, Duration.ofDays(days));
    }

    private Visibility reads() {
        return visibilities.of(actor(newcomer), Permission.CUSTOMER_READ);
    }

    private UUID position(String role) {
        String code =
                "P"
                        + UUID.randomUUID()
                                .toString()
                                .substring(0, 8)
                                .toUpperCase(java.util.Locale.ROOT)
                                .replace('-', '_');
        UUID id = positions.add(actor(id("sysadmin")), code, "岗位 " + code).id();
        positions.changeRoles(officer(), id, Set.of(role), null);
        return id;
    }

    private Posts.Wish wish(UUID position, UUID department, LocalDate since) {
        return new Posts.Wish(newcomer, department, position, true, since);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ChinaTime.ZONE);
    }

    private Actor officer() {
        return actor(id("secadmin"));
    }

    private Actor actor(UUID person) {
        return accounts.find(person)
                .orElseThrow()
                .actor(new Actor.Connection("127.0.0.1", "test", "Java"));
    }

    private UUID id(String userName) {
        return people.findByUserName(userName).orElseThrow().id();
    }

    private UUID department(String code) {
        return jdbc.sql("select id from department where code = :code")
                .param("code", code)
                .query(UUID.class)
                .single();
    }

    private static void refuses(String slug, Runnable deed) {
        assertThatThrownBy(deed::run)
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.type().slug()).isEqualTo(slug));
    }
}
