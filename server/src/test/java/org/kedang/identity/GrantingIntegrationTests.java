package org.kedang.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kedang.IntegrationTest;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Permission;
import org.kedang.kernel.Problem;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;

@IntegrationTest
class GrantingIntegrationTests {
    @Autowired Granting granting;
    @Autowired People people;
    @Autowired Accounts accounts;
    @Autowired Visibilities visibilities;
    @Autowired Grants grants;
    @Autowired JdbcClient jdbc;
    @Autowired Clock clock;

    private UUID sales = UUID.randomUUID();
    private UUID company = UUID.randomUUID();
    private UUID newcomer = UUID.randomUUID();

    @BeforeEach
    void engageANewcomer() {
        sales = department("XS");
        company = department("GS");
        newcomer = engage("n" + UUID.randomUUID().toString().substring(0, 12));
    }

    @Test
    void countsDepartmentsFromWhereTheRoleIsHeld() {
        granting.grant(as("secadmin"), wish("SALES", company), null);

        Visibility reads = visibilities.of(actor(newcomer), Permission.CUSTOMER_READ);

        assertThat(reads.departments()).containsExactly(company);
        assertThat(reads.everything()).isFalse();
    }

    @Test
    void needsAThirdPersonForWhatIsHigh() {
        Actor officer = as("secadmin");
        Granting.Wish wish = wish("CLERK", sales);

        refuses("second-person-needed", () -> granting.grant(officer, wish, null));
        refuses("invalid-second-person", () -> granting.grant(officer, wish, officer.id()));
        refuses("invalid-second-person", () -> granting.grant(officer, wish, newcomer));
        refuses("invalid-second-person", () -> granting.grant(officer, wish, id("sales")));
        granting.grant(officer, wish, id("gm"));

        assertThat(visibilities.of(actor(newcomer), Permission.ARCHIVE_WRITE).everything())
                .isTrue();
    }

    @Test
    void needsTheThirdPersonInTheDatabaseToo() {
        RoleGrant unapproved =
                new RoleGrant(
                        UUID.randomUUID(),
                        newcomer,
                        "CLERK",
                        sales,
                        null,
                        null,
                        null,
                        id("secadmin"),
                        id("secadmin"),
                        RoleGrant.State.EFFECTIVE);

        assertThatThrownBy(() -> grants.add(unapproved))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("role_grant_second_person");
    }

    @Test
    void refusesToGrantToOneself() {
        Actor officer = as("secadmin");
        Granting.Wish toHimself = new Granting.Wish(officer.id(), "SALES", sales, null, null, null);

        refuses("own-grant", () -> granting.grant(officer, toHimself, id("gm")));
    }

    @Test
    void keepsOfficesApartFromEachOtherAndFromBusiness() {
        Actor officer = as("secadmin");
        granting.grant(officer, wish("AUDITOR", sales), id("gm"));

        refuses(
                "two-offices",
                () -> granting.grant(officer, wish("SYSTEM_ADMINISTRATOR", sales), id("gm")));
        refuses("two-offices", () -> granting.grant(officer, wish("SALES", sales), null));
    }

    @Test
    void letsNobodyGrantWhatHeDoesNotAdminister() {
        refuses(
                "not-administered",
                () -> granting.grant(as("sysadmin"), wish("SALES", sales), null));
        refuses("not-administered", () -> granting.grant(as("head"), wish("SALES", sales), null));
    }

    @Test
    void letsADelegateGrantNoMoreThanHeHasAndWhereHeHasIt() {
        Actor delegate = actor(delegate());

        granting.grant(delegate, wish("SALES", sales), null);

        refuses("not-administered", () -> granting.grant(delegate, wish("SALES", company), null));
        refuses(
                "not-administered",
                () -> granting.grant(delegate, wish("DEPARTMENT_HEAD", sales), null));
        refuses("not-administered", () -> granting.grant(delegate, wish("CLERK", sales), id("gm")));
    }

    /** Somebody of the sales department who may grant there what sales people may do. */
    private UUID delegate() {
        String role = "D" + UUID.randomUUID().toString().substring(0, 6).toUpperCase(Locale.ROOT);
        jdbc.sql(
                        """
                        insert into role (code, zh, en, scope, administrator, position, high)
                        values (:code, '授权员', 'Delegate', 'DEPARTMENT', false, 50, false)
                        """)
                .param("code", role)
                .update();
        jdbc.sql(
                        """
                        insert into role_permission (role, permission, administrator)
                        select :code, permission, false from role_permission where role = 'SALES'
                        union all select :code, 'ROLE_GRANT', false
                        """)
                .param("code", role)
                .update();
        UUID delegate = engage(role.toLowerCase(Locale.ROOT));
        grants.give(delegate, role, sales);
        return delegate;
    }

    @Test
    void keepsTheLastHolderOfAnOffice() {
        UUID grant = granting.listOf(id("netadmin")).getFirst().id();

        refuses("last-of-office", () -> granting.end(as("secadmin"), grant, null));
        refuses("last-of-office", () -> granting.suspend(as("secadmin"), grant, null));
    }

    @Test
    void takesEndedAndSuspendedGrantsOutAtOnce() {
        Actor officer = as("secadmin");
        UUID grant = granting.grant(officer, wish("SALES", sales), null);
        assertThat(actor(newcomer).may(Permission.CUSTOMER_READ)).isTrue();

        granting.suspend(officer, grant, "复核逾期");
        assertThat(actor(newcomer).may(Permission.CUSTOMER_READ)).isFalse();
        granting.resume(officer, grant, null);
        assertThat(actor(newcomer).may(Permission.CUSTOMER_READ)).isTrue();
        granting.end(officer, grant, "调岗");
        assertThat(actor(newcomer).may(Permission.CUSTOMER_READ)).isFalse();
    }

    @Test
    void letsAGrantRunOut() {
        LocalDate past = LocalDate.now(clock).minusDays(2);
        granting.grant(
                as("secadmin"),
                new Granting.Wish(newcomer, "SALES", sales, null, past, null),
                null);

        assertThat(actor(newcomer).may(Permission.CUSTOMER_READ)).isFalse();
    }

    @Test
    void keepsSecretLevelsClosedWithoutAValidAgreement() {
        Actor officer = as("secadmin");
        refuses(
                "second-person-needed",
                () -> granting.clear(officer, newcomer, SecrecyLevel.SECRET, null, null));
        granting.clear(officer, newcomer, SecrecyLevel.SECRET, null, id("gm"));
        assertThat(clearance()).isEqualTo(SecrecyLevel.INTERNAL);

        granting.openSecretLevels(officer, newcomer, LocalDate.now(clock).plusDays(1));
        assertThat(clearance()).isEqualTo(SecrecyLevel.SECRET);

        granting.openSecretLevels(officer, newcomer, LocalDate.now(clock).minusDays(2));
        assertThat(clearance()).isEqualTo(SecrecyLevel.INTERNAL);
    }

    private SecrecyLevel clearance() {
        return accounts.find(newcomer).orElseThrow().clearance();
    }

    private static void refuses(String slug, Runnable deed) {
        assertThatThrownBy(deed::run)
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.type().slug()).isEqualTo(slug));
    }

    private Granting.Wish wish(String role, UUID department) {
        return new Granting.Wish(newcomer, role, department, null, null, null);
    }

    private UUID engage(String userName) {
        return people.saveAndFlush(new Person(userName, "新同事", sales, "-", clock.instant())).id();
    }

    private Actor as(String userName) {
        return actor(id(userName));
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
}
