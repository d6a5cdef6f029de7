package org.kedang.approval;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kedang.BigDepartment;
import org.kedang.IntegrationTest;
import org.kedang.identity.ClosingPeople;
import org.kedang.identity.OwnedThings.OwnedThing;
import org.kedang.kernel.Actor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** A person leaves who holds one of each thing that people hold; nothing of it is lost. */
@IntegrationTest
class LeavingIntegrationTests {
    @Autowired ApprovalDesk desk;
    @Autowired ClosingPeople closing;
    @Autowired NamingDeputies deputies;
    @Autowired JdbcClient jdbc;

    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    /** A customer with a dossier, in a department of its own. */
    private void ownCustomer(Actor owner) {
        UUID department = UUID.randomUUID();
        jdbc.sql("insert into department (id, code, name) values (:id, :code, '离职测试部')")
                .param("id", department)
                .param("code", "L" + department.toString().substring(0, 6).toUpperCase(Locale.ROOT))
                .update();
        BigDepartment.fill(jdbc, department, 1);
        for (String table : List.of("customer", "dossier")) {
            jdbc.sql("update " + table + " set owner_id = :owner where department_id = :id")
                    .param("owner", owner.id())
                    .param("id", department)
                    .update();
        }
    }

    private long owned(String table, Actor owner) {
        return jdbc.sql("select count(*) from " + table + " where owner_id = :owner")
                .param("owner", owner.id())
                .query(Long.class)
                .single();
    }

    @Test
    void handsOverOneOfEach() {
        Actor leaver = desk.newcomer("XS");
        Actor taker = desk.newcomer("XS");
        Actor other = desk.newcomer("DA");
        Actor administrator = desk.known("sysadmin");
        ownCustomer(leaver);
        UUID toDecide = desk.submit(other, "trial-all", leaver);
        UUID asked = desk.submit(leaver, "trial-all", other);
        deputies.name(leaver, other.id(), today, today.plusDays(3));

        assertThat(closing.holdings(leaver.id()).owned())
                .isEqualTo(
                        Map.of(
                                "customers",
                                1L,
                                "dossiers",
                                1L,
                                "tasks",
                                1L,
                                "requests",
                                1L,
                                "deputies",
                                1L,
                                "shares",
                                0L,
                                "rights-cases",
                                0L));
        assertThat(List.of("customers", "dossiers", "tasks", "requests", "deputies"))
                .allSatisfy(
                        kind ->
                                assertThat(closing.listOwned(leaver.id(), kind, 100))
                                        .singleElement()
                                        .extracting(OwnedThing::number)
                                        .asString()
                                        .isNotBlank()
                                        .doesNotContain("大部门客户"));
        assertThat(
                        ApprovalDesk.refusal(
                                () -> closing.close(administrator, leaver.id(), null, "离职")))
                .isEqualTo("things-owned");

        closing.close(administrator, leaver.id(), taker.id(), "离职");

        assertThat(closing.holdings(leaver.id()).owned())
                .containsEntry("customers", 0L)
                .containsEntry("dossiers", 0L)
                .containsEntry("tasks", 0L)
                .containsEntry("deputies", 0L);
        assertThat(owned("customer", taker)).isEqualTo(1);
        assertThat(owned("dossier", taker)).isEqualTo(1);
        assertThat(desk.asked(toDecide)).containsExactly(taker.id());
        assertThat(desk.told(toDecide, taker)).containsExactly("approval.task");
        assertThat(desk.state(asked)).isEqualTo("OPEN");
        assertThat(desk.told(asked, taker)).containsExactly("approval.copied");
    }

    @Test
    void asksTheGuardianWhereTheTakerHasAStake() {
        Actor leaver = desk.newcomer("XS");
        Actor taker = desk.newcomer("XS");
        UUID toDecide = desk.submit(taker, "trial-all", leaver);

        closing.close(desk.known("gm"), leaver.id(), taker.id(), "离职");

        assertThat(desk.asked(toDecide)).containsExactly(desk.known("sysadmin").id());
    }

    @Test
    void givesNoCustomerToAnAdministratorButWhatIsToBeDecided() {
        Actor leaver = desk.newcomer("XS");
        Actor officer = desk.known("secadmin");
        UUID toDecide = desk.submit(desk.newcomer("DA"), "trial-all", leaver);

        closing.close(desk.known("sysadmin"), leaver.id(), officer.id(), "离职");
        assertThat(desk.asked(toDecide)).containsExactly(officer.id());

        Actor owner = desk.newcomer("XS");
        ownCustomer(owner);
        assertThat(
                        ApprovalDesk.refusal(
                                () ->
                                        closing.close(
                                                desk.known("sysadmin"),
                                                owner.id(),
                                                officer.id(),
                                                "离职")))
                .isEqualTo("taker-unfit");
    }
}
