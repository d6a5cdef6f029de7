package org.kedang.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.kedang.IntegrationTest;
import org.kedang.TestClient;
import org.kedang.kernel.Actor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What people hear of requests, and what they do not. */
@IntegrationTest
class TellingOfRequestsIntegrationTests {
    @LocalServerPort int port;
    @Autowired ApprovalDesk desk;
    @Autowired Deciding deciding;
    @Autowired Submitting submitting;
    @Autowired Following following;
    @Autowired Copying copying;
    @Autowired Signers signers;
    @Autowired NamingDeputies deputies;
    @Autowired JdbcClient jdbc;

    @Test
    void tellsWhoeverIsNextAndTheRequesterOfTheEnd() {
        Actor requester = desk.newcomer("XS");
        Actor one = desk.newcomer("XS");
        Actor two = desk.newcomer("DA");

        UUID request = desk.submit(requester, "trial-row", one, two);

        assertThat(desk.told(request, one)).containsExactly("approval.task");
        assertThat(desk.told(request, two)).isEmpty();
        deciding.approve(one, desk.task(request, one), null);
        assertThat(desk.told(request, two)).containsExactly("approval.task");
        assertThat(desk.told(request, requester)).isEmpty();
        deciding.approve(two, desk.task(request, two), null);
        assertThat(desk.told(request, requester)).containsExactly("approval.ended");
        assertThat(titles(request)).contains("申请通过：试用申请 " + number(request));
    }

    @Test
    void namesTheNumberAndNothingElse() {
        Actor requester = desk.newcomer("XS");
        Actor concerned = desk.newcomer("XS");
        Actor one = desk.newcomer("DA");

        UUID request =
                desk.submit(
                        requester,
                        "trial-all",
                        Map.of("note", "关于一位客户", "person", concerned.id().toString()),
                        Map.of("sign", List.of(one)));

        assertThat(titles(request)).containsExactly("有新的待办：试用申请 " + number(request));
        assertThat(texts(request)).containsExactly("请打开申请查看。");
        assertThat(desk.told(request, concerned)).isEmpty();
    }

    @Test
    void tellsOfUrgingReturningAndCopies() {
        Actor requester = desk.newcomer("XS");
        Actor one = desk.newcomer("XS");
        Actor reader = desk.newcomer("DA");
        UUID request = desk.submit(requester, "trial-all", one);

        following.urge(requester, request);
        copying.copy(requester, request, List.of(reader.id()));
        copying.copy(requester, request, List.of(reader.id()));
        deciding.giveBack(one, desk.task(request, one), null, "请补充");

        assertThat(desk.told(request, one)).containsExactly("approval.task", "approval.urged");
        assertThat(desk.told(request, reader)).containsExactly("approval.copied");
        assertThat(desk.told(request, requester)).containsExactly("approval.returned");
        submitting.resubmit(
                requester,
                request,
                desk.request("trial-all", Map.of("note", "已补充"), Map.of("sign", List.of(one))));
        assertThat(desk.told(request, one)).hasSize(3).last().isEqualTo("approval.task");
        following.withdraw(requester, request, "不用了");
        assertThat(desk.told(request, requester)).containsExactly("approval.returned");
    }

    @Test
    void tellsWhoStandsInAndWhoIsAskedInstead() {
        Actor requester = desk.newcomer("XS");
        Actor away = desk.newcomer("XS");
        Actor deputy = desk.newcomer("XS");
        Actor other = desk.newcomer("XS");
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        deputies.name(away, deputy.id(), today, today);
        deputies.name(away, requester.id(), today, today);

        UUID request = desk.submit(requester, "trial-all", away);
        signers.transfer(deputy, desk.task(request, away), other.id(), "请您看");

        assertThat(desk.told(request, away)).containsExactly("approval.task");
        assertThat(desk.told(request, deputy)).containsExactly("approval.task");
        assertThat(desk.told(request, requester)).isEmpty();
        assertThat(desk.told(request, other)).containsExactly("approval.task");
    }

    @Test
    void tellsTheGuardianThatNobodyElseIsLeft() {
        UUID request = desk.submit(desk.newcomer("XS"), "trial-nobody");

        assertThat(desk.told(request, desk.known("sysadmin"))).containsExactly("approval.guarded");
    }

    @Test
    void tellsNothingOfADecisionThatIsNotKept() {
        Actor requester = desk.newcomer("XS");
        Actor one = desk.newcomer("XS");
        UUID request =
                desk.submit(
                        requester,
                        "trial-all",
                        Map.of("note", TrialType.FAIL),
                        Map.of("sign", List.of(one)));

        assertThatThrownBy(() -> deciding.approve(one, desk.task(request, one), null))
                .isInstanceOf(IllegalStateException.class);

        assertThat(desk.told(request, requester)).isEmpty();
    }

    @Test
    void letsPeopleChooseWhichKindsTheyHear() {
        assertThat(TestClient.as("sales", port).get("/api/notice-choices").text())
                .contains("approval.task", "有新的待办", "approval.escalated");
    }

    private String number(UUID request) {
        return jdbc.sql("select number from approval_request where id = :id")
                .param("id", request)
                .query(String.class)
                .single();
    }

    private List<String> titles(UUID request) {
        return notices(request, "title_zh");
    }

    private List<String> texts(UUID request) {
        return notices(request, "text_zh");
    }

    private List<String> notices(UUID request, String column) {
        return jdbc.sql("select " + column + " from notice where link = :link order by made_at")
                .param("link", "/approvals/" + request)
                .query(String.class)
                .list();
    }
}
