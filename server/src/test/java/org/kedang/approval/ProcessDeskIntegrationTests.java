package org.kedang.approval;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kedang.IntegrationTest;
import org.kedang.approval.Condition.Operator;
import org.kedang.approval.ProcessSketch.By;
import org.kedang.approval.ProcessSketch.Clock;
import org.kedang.approval.ProcessSketch.Kind;
import org.kedang.approval.ProcessSketch.Part;
import org.kedang.approval.ProcessSketch.Way;
import org.kedang.approval.ProcessSketch.When;
import org.kedang.approval.ProcessSketch.Who;
import org.kedang.form.FormField;
import org.kedang.form.FormValues;
import org.kedang.form.Label;
import org.kedang.kernel.Actor;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** An administrator draws, a second person agrees, requests go by it. */
@IntegrationTest
class ProcessDeskIntegrationTests {
    @Autowired ProcessDesk desk;
    @Autowired TryingProcesses trying;
    @Autowired DefiningTypes defining;
    @Autowired Deciding deciding;
    @Autowired ApprovalDesk people;

    private final String type = "g-" + UUID.randomUUID().toString().substring(0, 8);
    private Actor administrator;
    private Actor officer;

    @BeforeEach
    void define() {
        administrator = people.known("sysadmin");
        officer = people.known("secadmin");
        defining.define(
                administrator,
                type,
                Label.of("用车申请", "Car"),
                people.department("XS"),
                List.of(FormField.of("amount", FormField.Kind.MONEY, "金额", "Amount").needed()));
    }

    @Test
    void goesByWhatASecondPersonAgreedTo() {
        Actor driver = people.newcomer("XS");
        UUID before = people.submit(driver, type, Map.of("amount", 9000), Map.of());
        int version = desk.save(administrator, type, dearOnesToTheManager(), "大额须总经理批").version();
        UUID asked = people.submit(driver, type, Map.of("amount", 9000), Map.of());
        assertThat(people.steps(asked)).as("not agreed to yet").containsExactly("head");

        UUID activation = activation(version);
        assertThat(people.asked(activation)).doesNotContain(administrator.id());
        deciding.approve(officer, people.task(activation, officer), null);

        UUID dear = people.submit(driver, type, Map.of("amount", 9000), Map.of());
        UUID cheap = people.submit(driver, type, Map.of("amount", 90), Map.of());
        assertThat(people.steps(dear)).containsExactly("manager");
        assertThat(people.steps(cheap)).containsExactly("chief");
        assertThat(people.steps(before))
                .as("keeps the version it began with")
                .containsExactly("head");
        assertThat(desk.list())
                .filteredOn(line -> line.type().equals(type))
                .extracting(ProcessDesk.Line::running)
                .as("by both versions")
                .containsExactly(4L);
        assertThat(desk.versions(type))
                .extracting(ProcessDesk.Version::state)
                .containsExactly("ACTIVE", "RETIRED");
        assertThat(desk.versions(type).getFirst().activatedBy()).isEqualTo("孙丽");
        assertThat(desk.bpmn(type, version)).contains("userTask");
    }

    @Test
    void agreesOnlyToWhatStillWaits() {
        int first = desk.save(administrator, type, dearOnesToTheManager(), "第一稿").version();
        UUID activation = activation(first);
        int second = desk.save(administrator, type, dearOnesToTheManager(), "第二稿").version();

        assertThat(
                        ApprovalDesk.refusal(
                                () ->
                                        deciding.approve(
                                                officer, people.task(activation, officer), null)))
                .isEqualTo("no-process-draft");
        assertThat(people.state(activation)).isEqualTo("OPEN");
        assertThat(second).isEqualTo(first + 1);
        desk.discard(administrator, type);
        assertThat(ApprovalDesk.refusal(() -> activation(second))).isEqualTo("no-process-draft");
        assertThat(desk.versions(type))
                .extracting(ProcessDesk.Version::state)
                .containsExactly("DISCARDED", "DISCARDED");
    }

    @Test
    void isNeverAgreedToByWhoDrewIt() {
        int version = desk.save(officer, type, dearOnesToTheManager(), "安全员起草").version();
        UUID activation = activation(version);

        assertThat(people.asked(activation)).isNotEmpty().doesNotContain(officer.id());
    }

    @Test
    void saysWhatIsWrong() {
        ProcessSketch broken =
                new ProcessSketch(
                        List.of(
                                step("nobody", Mode.ANY),
                                step("nobody", Mode.ANY, new Who(By.ROLE, "NO_SUCH", null)),
                                fork(
                                        "which",
                                        Kind.BRANCH,
                                        new Way(when("amount", Operator.GREATER, "很多"), List.of()),
                                        new Way(when("amount", Operator.GREATER, "很多"), List.of()),
                                        new Way(when("colour", Operator.EQUAL, "red"), List.of())),
                                fork("beside", Kind.LANES, new Way(null, List.of()))));

        List<ProcessFinding> found = desk.check(type, broken);

        assertThat(found).allMatch(ProcessFinding::error);
        assertThat(found.stream().map(ProcessFinding::zh))
                .anyMatch(zh -> zh.contains("没有审批人"))
                .anyMatch(zh -> zh.contains("重复或不合规"))
                .anyMatch(zh -> zh.contains("没有角色"))
                .anyMatch(zh -> zh.contains("与数字比较"))
                .anyMatch(zh -> zh.contains("永远走不到"))
                .anyMatch(zh -> zh.contains("除最后一条"))
                .anyMatch(zh -> zh.contains("至少要有两路"));
        assertThat(ApprovalDesk.refusal(() -> desk.save(administrator, type, broken, "不通")))
                .isEqualTo("invalid-input");
        assertThat(desk.versions(type)).isEmpty();
    }

    @Test
    void warnsOfAProcessWithoutSteps() {
        assertThat(desk.check(type, new ProcessSketch(List.of())))
                .extracting(ProcessFinding::error)
                .containsExactly(false);
        assertThat(desk.check("activate-process", new ProcessSketch(List.of())))
                .extracting(ProcessFinding::error)
                .containsExactly(true);
    }

    @Test
    void letsNoWayPassUndecidedThatMustBeDecided() {
        Part open =
                fork(
                        "which",
                        Kind.BRANCH,
                        new Way(
                                when("version", Operator.AT_LEAST, "2"),
                                List.of(step("one", Mode.ANY, new Who(By.CHOSEN, null, null)))),
                        new Way(null, List.of()));

        assertThat(desk.check("activate-process", new ProcessSketch(List.of(open))))
                .extracting(ProcessFinding::error)
                .containsExactly(true);
    }

    @Test
    void showsWhoWouldDecideAndKeepsNothing() {
        Actor driver = people.newcomer("XS");

        var dear = trying.tryOut(type, dearOnesToTheManager(), driver.id(), amount(9000));
        var cheap = trying.tryOut(type, dearOnesToTheManager(), driver.id(), amount(90));

        assertThat(dear)
                .extracting(TryingProcesses.TrialStep::people)
                .containsExactly(List.of("周明华"));
        assertThat(cheap).extracting(TryingProcesses.TrialStep::id).containsExactly("chief");
        assertThat(desk.versions(type)).isEmpty();
    }

    @Test
    void drawsAgainWhatWasSaved() {
        int version = desk.save(administrator, type, dearOnesToTheManager(), "画一遍").version();

        assertThat(desk.read(type, version).sketch()).isEqualTo(dearOnesToTheManager());
    }

    private UUID activation(int version) {
        return people.submit(
                administrator,
                "activate-process",
                Map.of("process", type, "version", version),
                Map.of());
    }

    private static FormValues amount(int yuan) {
        return new FormValues(Map.of("amount", yuan));
    }

    private static ProcessSketch dearOnesToTheManager() {
        return new ProcessSketch(
                List.of(
                        fork(
                                "dear",
                                Kind.BRANCH,
                                new Way(
                                        when("amount", Operator.AT_LEAST, "5000"),
                                        List.of(
                                                step(
                                                        "manager",
                                                        Mode.ALL,
                                                        new Who(
                                                                By.ROLE,
                                                                "GENERAL_MANAGER",
                                                                null)))),
                                new Way(
                                        null,
                                        List.of(
                                                step(
                                                        "chief",
                                                        Mode.ANY,
                                                        new Who(By.DEPARTMENT_HEAD, null, 0)))))));
    }

    private static When when(String fact, Operator operator, String value) {
        return new When(fact, operator, value);
    }

    private static Part step(String id, Mode mode, Who... approvers) {
        return new Part(
                id,
                Kind.STEP,
                Label.of("审批", "Approval"),
                mode,
                100,
                List.of(approvers),
                new Clock(2, Term.Unit.DAYS),
                null,
                null,
                null,
                List.of());
    }

    private static Part fork(String id, Kind kind, Way... ways) {
        return new Part(
                id, kind, null, null, null, List.of(), null, null, null, null, List.of(ways));
    }
}
