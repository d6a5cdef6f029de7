package org.kedang.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.kedang.IntegrationTest;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Problem;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

@IntegrationTest
class DecidingIntegrationTests {
    @Autowired ApprovalDesk desk;
    @Autowired Submitting submitting;
    @Autowired Following following;
    @Autowired Deciding deciding;
    @Autowired JdbcClient jdbc;

    @Test
    void asksOneAfterAnotherAndTakesEffectAtTheEnd() {
        Actor requester = desk.newcomer("XS");
        Actor one = desk.newcomer("XS");
        Actor two = desk.newcomer("DA");
        UUID request = desk.submit(requester, "trial-row", one, two);
        assertThat(desk.asked(request)).containsExactly(one.id());

        deciding.approve(one, desk.task(request, one), "没有意见");

        assertThat(desk.asked(request)).containsExactly(two.id());
        assertThat(desk.state(request)).isEqualTo("OPEN");
        assertThat(desk.took(request)).isFalse();
        deciding.approve(two, desk.task(request, two), null);
        assertThat(desk.state(request)).isEqualTo("APPROVED");
        assertThat(desk.took(request)).isTrue();
        assertThat(desk.inEngine(request)).isZero();
        assertThat(desk.log(request))
                .containsExactly(
                        "approval.submitted",
                        "approval.task-approved",
                        "approval.task-approved",
                        "approval.approved");
    }

    @Test
    void asksAllAndEndsWithTheFirstRefusal() {
        Actor requester = desk.newcomer("XS");
        Actor one = desk.newcomer("XS");
        Actor two = desk.newcomer("XS");
        UUID request = desk.submit(requester, "trial-all", one, two);
        assertThat(desk.asked(request)).containsExactlyInAnyOrder(one.id(), two.id());

        deciding.reject(two, desk.task(request, two), "材料不全");

        assertThat(desk.state(request)).isEqualTo("REJECTED");
        assertThat(desk.states(request)).containsExactlyInAnyOrder("UNNEEDED", "REJECTED");
        assertThat(desk.took(request)).isFalse();
        assertThat(desk.inEngine(request)).isZero();
        assertThat(engineRows(request)).isZero();
    }

    @Test
    void letsAnyoneDecideForAll() {
        Actor requester = desk.newcomer("XS");
        Actor one = desk.newcomer("XS");
        Actor two = desk.newcomer("XS");
        UUID request = desk.submit(requester, "trial-any", one, two);

        deciding.approve(two, desk.task(request, two), null);

        assertThat(desk.state(request)).isEqualTo("APPROVED");
        assertThat(desk.asked(request)).isEmpty();
    }

    @Test
    void countsVotes() {
        Actor requester = desk.newcomer("XS");
        Actor[] voters = new Actor[5];
        for (int i = 0; i < voters.length; i++) {
            voters[i] = desk.newcomer("XS");
        }
        UUID carried = desk.submit(requester, "trial-vote", voters);
        UUID lost = desk.submit(requester, "trial-vote", voters);

        deciding.reject(voters[0], desk.task(carried, voters[0]), "不妥");
        deciding.approve(voters[1], desk.task(carried, voters[1]), null);
        deciding.approve(voters[2], desk.task(carried, voters[2]), null);
        assertThat(desk.state(carried)).isEqualTo("OPEN");
        deciding.approve(voters[3], desk.task(carried, voters[3]), null);
        for (int i = 0; i < 3; i++) {
            deciding.reject(voters[i], desk.task(lost, voters[i]), "不妥");
        }

        assertThat(desk.state(carried)).isEqualTo("APPROVED");
        assertThat(desk.state(lost)).isEqualTo("REJECTED");
    }

    @Test
    void takesEveryPartOfTheWayAndLeavesOutWhatTheConditionLeavesOut() {
        Actor requester = desk.newcomer("XS");
        Map<String, List<Actor>> people = way();

        UUID small = desk.submit(requester, "trial-way", fields(9_999), people);
        pass(small, people, "first");
        assertThat(desk.asked(small))
                .containsExactlyInAnyOrder(id(people, "left"), id(people, "right"));
        UUID large = desk.submit(requester, "trial-way", fields(10_000), people);
        pass(large, people, "first");
        assertThat(desk.asked(large)).containsExactly(id(people, "big"));
        pass(large, people, "big");
        pass(large, people, "right");
        assertThat(desk.asked(large)).containsExactly(id(people, "left"));
        pass(large, people, "left");
        assertThat(desk.asked(large)).containsExactly(id(people, "last"));
        pass(large, people, "last");

        assertThat(desk.state(large)).isEqualTo("APPROVED");
        assertThat(desk.took(large)).isTrue();
    }

    @Test
    void keepsNothingOfADecisionWhoseEffectFails() {
        Actor requester = desk.newcomer("XS");
        Actor one = desk.newcomer("XS");
        UUID request =
                desk.submit(
                        requester,
                        "trial-all",
                        Map.of("note", TrialType.FAIL),
                        Map.of("sign", List.of(one)));
        UUID task = desk.task(request, one);

        assertThatThrownBy(() -> deciding.approve(one, task, null))
                .isInstanceOf(IllegalStateException.class);

        assertThat(desk.state(request)).isEqualTo("OPEN");
        assertThat(desk.states(request)).containsExactly("OPEN");
        assertThat(desk.inEngine(request)).isEqualTo(1);
        assertThat(desk.took(request)).isFalse();
        assertThat(desk.log(request)).containsExactly("approval.submitted");
        deciding.reject(one, task, "算了");
        assertThat(desk.state(request)).isEqualTo("REJECTED");
    }

    @Test
    void letsOneOfTwoWin() throws Exception {
        Actor requester = desk.newcomer("XS");
        Actor one = desk.newcomer("XS");
        Actor two = desk.newcomer("XS");
        UUID request = desk.submit(requester, "trial-any", one, two);
        UUID first = desk.task(request, one);
        UUID second = desk.task(request, two);
        CyclicBarrier together = new CyclicBarrier(2);

        List<String> ends;
        try (var threads = Executors.newFixedThreadPool(2)) {
            List<Callable<String>> both =
                    List.of(
                            () -> end(together, () -> deciding.approve(one, first, null)),
                            () -> end(together, () -> deciding.reject(two, second, "不妥")));
            ends =
                    threads.invokeAll(both).stream()
                            .map(DecidingIntegrationTests::get)
                            .sorted()
                            .toList();
        }

        assertThat(ends).containsExactly("done", "task-already-decided");
        assertThat(desk.state(request)).isIn("APPROVED", "REJECTED");
        assertThat(desk.took(request)).isEqualTo(desk.state(request).equals("APPROVED"));
        assertThat(desk.log(request)).hasSize(3);
    }

    private static String end(CyclicBarrier together, Runnable decision) throws Exception {
        together.await();
        try {
            decision.run();
            return "done";
        } catch (Problem e) {
            return e.type().slug();
        }
    }

    private static String get(Future<String> end) {
        try {
            return end.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void asksNeitherTheRequesterNorWhomItIsAbout() {
        Actor requester = desk.newcomer("XS");
        Actor concerned = desk.newcomer("XS");
        Actor other = desk.newcomer("XS");

        UUID request =
                desk.submit(
                        requester,
                        "trial-all",
                        Map.of("note", "关于他", "person", concerned.id().toString()),
                        Map.of("sign", List.of(concerned, other)));

        assertThat(desk.asked(request)).containsExactly(other.id());
        assertSlug(() -> desk.submit(requester, "trial-all", requester, other), "invalid-input");
    }

    @Test
    void hidesTasksOfOthers() {
        Actor requester = desk.newcomer("XS");
        Actor one = desk.newcomer("XS");
        UUID request = desk.submit(requester, "trial-all", one);
        UUID task = desk.task(request, one);

        assertSlug(() -> deciding.approve(desk.newcomer("XS"), task, null), "not-found");
        assertSlug(() -> deciding.approve(requester, task, null), "not-found");
        assertSlug(() -> deciding.approve(one, UUID.randomUUID(), null), "not-found");
        deciding.approve(one, task, null);
        assertSlug(() -> deciding.approve(one, task, null), "task-already-decided");
    }

    @Test
    void asksTheHeadAndForHisOwnRequestTheNextAbove() {
        Actor head = desk.known("head");
        Actor sales = desk.newcomer("XS");

        UUID request = desk.submit(sales, "trial-head");

        assertThat(desk.asked(request)).containsExactly(head.id());
        UUID own = desk.submit(head, "trial-head");
        assertThat(desk.asked(own)).doesNotContain(head.id()).isNotEmpty();
    }

    @Test
    void handsToTheGuardianAndReportsWhereNobodyIsLeft() {
        Actor requester = desk.newcomer("XS");

        UUID request = desk.submit(requester, "trial-nobody");

        assertThat(desk.asked(request)).contains(desk.known("sysadmin").id());
        assertThat(desk.log(request)).contains("approval.guarded");
        Actor guardian = desk.known("sysadmin");
        deciding.approve(guardian, desk.task(request, guardian), "代为审批");
        assertThat(desk.state(request)).isEqualTo("APPROVED");
    }

    @Test
    void asksWhomTheFormNames() {
        Actor requester = desk.newcomer("XS");
        Actor named = desk.newcomer("DA");

        UUID request =
                desk.submit(
                        requester,
                        "trial-field",
                        Map.of("note", "请看", "person", named.id().toString()),
                        Map.of());

        // whom it is about does not decide, so that the guardian must
        assertThat(desk.asked(request)).isNotEmpty().doesNotContain(named.id());
    }

    @Test
    void asksNobodyTwiceInARow() {
        Actor requester = desk.newcomer("XS");
        Map<String, List<Actor>> people = new java.util.HashMap<>(way());
        Actor busy = people.get("first").getFirst();
        people.put("left", List.of(busy));

        UUID request = desk.submit(requester, "trial-way", fields(1), people);
        pass(request, people, "first");

        assertThat(desk.asked(request)).containsExactly(id(people, "right"));
        assertThat(desk.states(request)).containsExactlyInAnyOrder("APPROVED", "SKIPPED", "OPEN");
        assertThat(desk.log(request)).contains("approval.skipped");
    }

    @Test
    void returnsToTheRequesterWhoMendsAndSubmitsAgain() {
        Actor requester = desk.newcomer("XS");
        Actor one = desk.newcomer("XS");
        UUID request = desk.submit(requester, "trial-all", one);

        deciding.giveBack(one, desk.task(request, one), null, "请补充");

        assertThat(desk.state(request)).isEqualTo("RETURNED");
        assertThat(engineRows(request)).isZero();
        NewRequest mended =
                desk.request("trial-all", Map.of("note", "已补充"), Map.of("sign", List.of(one)));
        assertSlug(() -> submitting.resubmit(one, request, mended), "not-found");
        submitting.resubmit(requester, request, mended);
        assertSlug(() -> submitting.resubmit(requester, request, mended), "request-closed");
        deciding.approve(one, desk.task(request, one), null);
        assertThat(desk.state(request)).isEqualTo("APPROVED");
        assertThat(desk.states(request)).containsExactly("RETURNED", "APPROVED");
    }

    @Test
    void goesBackToAStepThatWasPassed() {
        Actor requester = desk.newcomer("XS");
        Map<String, List<Actor>> people = way();
        UUID request = desk.submit(requester, "trial-way", fields(1), people);
        Actor left = people.get("left").getFirst();
        pass(request, people, "first");
        UUID task = desk.task(request, left);
        assertSlug(() -> deciding.giveBack(left, task, "last", "退回"), "step-not-before");
        assertSlug(() -> deciding.giveBack(left, task, "right", "退回"), "step-not-before");

        deciding.giveBack(left, task, "first", "先看看第一步");

        assertThat(desk.asked(request)).containsExactly(id(people, "first"));
        for (String step : List.of("first", "left", "right", "last")) {
            pass(request, people, step);
        }
        assertThat(desk.state(request)).isEqualTo("APPROVED");
    }

    @Test
    void letsTheRequesterWithdraw() {
        Actor requester = desk.newcomer("XS");
        Actor one = desk.newcomer("XS");
        UUID request = desk.submit(requester, "trial-all", one);
        UUID task = desk.task(request, one);
        assertSlug(() -> following.withdraw(one, request, "不要了"), "not-found");

        following.withdraw(requester, request, "不要了");

        assertThat(desk.state(request)).isEqualTo("WITHDRAWN");
        assertSlug(() -> deciding.approve(one, task, null), "task-already-decided");
        assertSlug(() -> following.withdraw(requester, request, "又"), "request-closed");
    }

    @Test
    void keepsNothingOfARequestThatDoesNotFit() {
        Actor requester = desk.newcomer("XS");
        Actor one = desk.newcomer("XS");
        long before = jdbc.sql("select count(*) from approval_request").query(Long.class).single();
        Map<String, List<Actor>> who = Map.of("sign", List.of(one));

        assertThatThrownBy(
                        () ->
                                desk.submit(
                                        requester,
                                        "trial-all",
                                        Map.of("amount", -1, "person", "谁", "no", 1),
                                        who))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem ->
                                assertThat(problem.fields().stream().map(Problem.Field::name))
                                        .containsExactlyInAnyOrder(
                                                "fields.note",
                                                "fields.amount",
                                                "fields.person",
                                                "fields.no"));
        assertSlug(
                () ->
                        desk.submit(
                                requester,
                                "trial-all",
                                Map.of("note", "x", "person", UUID.randomUUID().toString()),
                                who),
                "invalid-input");
        assertSlug(() -> desk.submit(requester, "trial-all"), "invalid-input");
        assertSlug(() -> desk.submit(requester, "no-such-type", one), "not-found");
        assertThat(jdbc.sql("select count(*) from approval_request").query(Long.class).single())
                .isEqualTo(before);
    }

    private Map<String, List<Actor>> way() {
        return Map.of(
                "first", List.of(desk.newcomer("XS")),
                "big", List.of(desk.newcomer("XS")),
                "left", List.of(desk.newcomer("XS")),
                "right", List.of(desk.newcomer("XS")),
                "last", List.of(desk.newcomer("XS")));
    }

    private static Map<String, Object> fields(int amount) {
        return Map.of("note", "走一遍", "amount", amount);
    }

    private static UUID id(Map<String, List<Actor>> people, String step) {
        return people.get(step).getFirst().id();
    }

    private void pass(UUID request, Map<String, List<Actor>> people, String step) {
        Actor actor = people.get(step).getFirst();
        deciding.approve(actor, desk.task(request, actor), null);
    }

    private long engineRows(UUID request) {
        return jdbc.sql(
                        "select count(*) from act_ru_execution e where not exists (select 1 from"
                                + " approval_request r where r.instance_id = e.proc_inst_id_) and"
                                + " e.start_time_ >= (select submitted_at at time zone 'UTC' from"
                                + " approval_request where id = :id)")
                .param("id", request)
                .query(Long.class)
                .single();
    }

    private static void assertSlug(Runnable act, String slug) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.type().slug()).isEqualTo(slug));
    }
}
