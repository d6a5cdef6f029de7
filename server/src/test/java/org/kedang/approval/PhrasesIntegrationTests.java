package org.kedang.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kedang.TestClient.body;

import org.junit.jupiter.api.Test;
import org.kedang.IntegrationTest;
import org.kedang.TestClient;
import org.kedang.TestClient.Answer;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Problem;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import java.util.List;
import java.util.UUID;

@IntegrationTest
class PhrasesIntegrationTests {
    @LocalServerPort int port;
    @Autowired ApprovalDesk desk;
    @Autowired Deciding deciding;
    @Autowired Phrases phrases;

    @Test
    void putsWhatIsUsedMostFirst() {
        Actor one = desk.newcomer("XS");
        phrases.keep(one, "同意");
        phrases.keep(one, "同意，请尽快办理");
        assertThat(texts(one)).containsExactly("同意", "同意，请尽快办理");

        UUID request = desk.submit(desk.newcomer("XS"), "trial-any", one);
        deciding.approve(one, desk.task(request, one), " 同意，请尽快办理 ");

        assertThat(texts(one)).containsExactly("同意，请尽快办理", "同意");
        assertThat(phrases.list(one).getFirst().used()).isEqualTo(1);
    }

    @Test
    void keepsEachOnceAndNoMoreThanFifty() {
        Actor one = desk.newcomer("XS");
        UUID first = phrases.keep(one, "意见 1").id();
        for (int i = 2; i <= 50; i++) {
            phrases.keep(one, "意见 " + i);
        }

        assertThat(phrases.keep(one, "意见 1").id()).isEqualTo(first);
        assertThat(phrases.list(one)).hasSize(50);
        assertThat(slug(() -> phrases.keep(one, "再来一条"))).isEqualTo("too-many-phrases");
        phrases.forget(one, first);
        assertThat(phrases.keep(one, "再来一条").used()).isZero();
    }

    @Test
    void servesEverybodyHisOwn() {
        TestClient head = TestClient.as("head", port);
        Answer kept = head.post("/api/approval-phrases", body().put("phrase", "情况属实"));
        assertThat(kept.status()).as(kept.text()).isEqualTo(201);
        String own = "/api/approval-phrases/" + kept.id();

        TestClient clerk = TestClient.as("clerk", port);
        assertThat(clerk.get("/api/approval-phrases").text()).doesNotContain(kept.id());
        assertThat(clerk.delete(own).status()).isEqualTo(404);
        assertThat(head.post("/api/approval-phrases", body().put("phrase", " ")).slug())
                .isEqualTo("invalid-input");
        assertThat(head.get("/api/approval-phrases").text()).contains("情况属实");
        assertThat(head.delete(own).status()).isEqualTo(204);
        assertThat(head.delete(own).status()).isEqualTo(404);
    }

    private List<String> texts(Actor person) {
        return phrases.list(person).stream().map(Phrases.Phrase::phrase).toList();
    }

    private static String slug(Runnable act) {
        try {
            act.run();
            return "done";
        } catch (Problem e) {
            return e.type().slug();
        }
    }
}
