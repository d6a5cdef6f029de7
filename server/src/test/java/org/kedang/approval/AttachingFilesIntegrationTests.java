package org.kedang.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kedang.TestClient.body;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kedang.IntegrationTest;
import org.kedang.TestClient;
import org.kedang.TestClient.Answer;
import org.kedang.kernel.Actor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Files of requests, from the form to the shelf. */
@IntegrationTest
class AttachingFilesIntegrationTests {
    private static final byte[] PDF = "%PDF-1.7\n% 发票\n%%EOF\n".getBytes(StandardCharsets.UTF_8);

    @LocalServerPort int port;
    @Autowired ApprovalDesk desk;
    @Autowired AttachingFiles attaching;
    @Autowired JdbcClient jdbc;

    private TestClient sales;
    private Actor head;

    @BeforeEach
    void signIn() {
        sales = TestClient.as("sales", port);
        head = desk.known("head");
    }

    private static String place(String field) {
        return "/api/approval-files?type=trial-all&field=" + field;
    }

    private String uploaded(TestClient who, String name) {
        Answer kept = who.upload(place("papers"), name, PDF);
        assertThat(kept.status()).as(kept.text()).isEqualTo(201);
        return kept.id();
    }

    private ObjectNode asking(String... files) {
        ObjectNode asked = body().put("type", "trial-all").put("reason", "附件为证");
        ObjectNode fields = asked.putObject("fields").put("note", "带附件");
        for (String file : files) {
            fields.withArray("papers").add(file);
        }
        asked.putObject("chosen").putArray("sign").add(head.id().toString());
        return asked;
    }

    @Test
    void goesWithTheRequestAndIsReadByWhomItConcerns() {
        String file = uploaded(sales, "发票.pdf");
        String content = "/api/approval-files/" + file + "/content";
        TestClient approver = TestClient.as("head", port);
        TestClient stranger = TestClient.as("clerk", port);
        assertThat(approver.get(content).status()).isEqualTo(404);
        assertThat(sales.get(content).raw().body()).isEqualTo(PDF);

        Answer submitted = sales.post("/api/approvals", asking(file));

        assertThat(submitted.status()).as(submitted.text()).isEqualTo(201);
        JsonNode card = approver.get("/api/approvals/" + submitted.id()).json();
        assertThat(card.at("/files/0/name").asString()).isEqualTo("发票.pdf");
        assertThat(card.at("/files/0/mime").asString()).isEqualTo("application/pdf");
        assertThat(card.path("names").path(file).asString()).isEqualTo("发票.pdf");
        Answer shown = approver.get(content + "?inline=true");
        assertThat(shown.raw().body()).isEqualTo(PDF);
        assertThat(shown.header("Content-Type")).contains("application/pdf");
        assertThat(shown.header("Content-Security-Policy").orElseThrow()).contains("sandbox");
        Answer part = approver.get(content + "?inline=true", "Range", "bytes=0-4");
        assertThat(part.status()).isEqualTo(206);
        assertThat(part.text()).isEqualTo("%PDF-");
        assertThat(TestClient.as("auditor", port).get(content).status()).isEqualTo(200);
        assertThat(stranger.get(content).status()).isEqualTo(404);
        ObjectNode copies = body();
        copies.putArray("people").add(desk.known("clerk").id().toString());
        sales.post("/api/approvals/" + submitted.id() + "/copies", copies);
        assertThat(stranger.get(content).raw().body()).isEqualTo(PDF);
        assertThat(acts(file))
                .startsWith("approval.file-uploaded")
                .contains("approval.file-viewed", "approval.file-downloaded");
        assertThat(sales.delete("/api/approval-files/" + file).status()).isEqualTo(404);
    }

    private Iterable<String> acts(String file) {
        return jdbc.sql("select act from audit_event where subject_id = :id order by at, id")
                .param("id", UUID.fromString(file))
                .query(String.class)
                .list();
    }

    @Test
    void refusesWhatDoesNotBelong() {
        long before = count("approval_request");
        String mine = uploaded(sales, "我的.pdf");
        String others = uploaded(TestClient.as("clerk", port), "别人的.pdf");

        for (ObjectNode wrong :
                new ObjectNode[] {asking(others), asking(mine, UUID.randomUUID().toString())}) {
            Answer refused = sales.post("/api/approvals", wrong);
            assertThat(refused.slug()).isEqualTo("invalid-input");
            assertThat(refused.json().at("/fields/0/name").asString()).isEqualTo("fields.papers");
        }
        assertThat(sales.post("/api/approvals", asking(mine, mine)).slug())
                .isEqualTo("invalid-input");
        assertThat(sales.post("/api/approvals", asking("../etc")).slug())
                .isEqualTo("invalid-input");
        ObjectNode elsewhere = asking(mine).put("type", "trial-row");
        assertThat(sales.post("/api/approvals", elsewhere).slug()).isEqualTo("invalid-input");
        assertThat(count("approval_request")).isEqualTo(before);

        assertThat(sales.post("/api/approvals", asking(mine)).status()).isEqualTo(201);
        assertThat(sales.post("/api/approvals", asking(mine)).slug()).isEqualTo("invalid-input");
        assertThat(count("approval_request")).isEqualTo(before + 1);
    }

    @Test
    void storesNothingThatItRefuses() {
        long before = count("approval_file") + count("content");

        assertThat(sales.upload(place("papers"), "大.pdf", new byte[(1 << 20) + 100_000]).slug())
                .isEqualTo("file-too-large");
        assertThat(sales.upload(place("papers"), "略大.pdf", new byte[(1 << 20) + 1]).slug())
                .isEqualTo("file-too-large");
        assertThat(sales.upload(place("papers"), "空.pdf", new byte[0]).slug())
                .isEqualTo("file-empty");
        assertThat(sales.upload(place("papers"), "../../passwd", PDF).slug())
                .isEqualTo("file-name-refused");
        assertThat(sales.upload(place("note"), "a.pdf", PDF).status()).isEqualTo(404);
        assertThat(sales.upload(place("none"), "a.pdf", PDF).status()).isEqualTo(404);
        assertThat(
                        sales.upload("/api/approval-files?type=none&field=papers", "a.pdf", PDF)
                                .status())
                .isEqualTo(404);
        assertThat(sales.post(place("papers"), body()).slug()).isEqualTo("unsupported-media-type");
        assertThat(
                        TestClient.at(port)
                                .send("POST", place("papers"), BodyPublishers.ofByteArray(PDF))
                                .status())
                .isIn(401, 403);

        assertThat(count("approval_file") + count("content")).isEqualTo(before);
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    @Test
    void removesWhatNoRequestTookAndKeepsTheRest() {
        String dropped = uploaded(sales, "误传.pdf");
        String taken = uploaded(sales, "有用.pdf");
        String fresh = uploaded(sales, "刚传.pdf");
        String old = uploaded(sales, "久置.pdf");
        assertThat(TestClient.as("clerk", port).delete("/api/approval-files/" + dropped).status())
                .isEqualTo(404);
        assertThat(sales.delete("/api/approval-files/" + dropped).status()).isEqualTo(204);
        assertThat(sales.post("/api/approvals", asking(taken)).status()).isEqualTo(201);
        for (String one : new String[] {taken, old}) {
            jdbc.sql(
                            "update approval_file set uploaded_at = uploaded_at - interval '40"
                                    + " days' where id = :id")
                    .param("id", UUID.fromString(one))
                    .update();
        }

        attaching.removeAbandoned();

        assertThat(status(dropped)).isEqualTo(404);
        assertThat(status(old)).isEqualTo(404);
        assertThat(status(fresh)).isEqualTo(200);
        assertThat(status(taken)).isEqualTo(200);
        assertThat(acts(old)).contains("approval.file-removed");
    }

    private int status(String file) {
        return sales.get("/api/approval-files/" + file + "/content").status();
    }
}
