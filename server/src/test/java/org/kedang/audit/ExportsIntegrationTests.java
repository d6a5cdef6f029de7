package org.kedang.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kedang.IntegrationTest;
import org.kedang.TestClient;
import org.kedang.TestClient.Answer;
import org.kedang.audit.OutsideVerifier.Verdict;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The log on its way out, and an outsider who verifies what came. */
@IntegrationTest
class ExportsIntegrationTests {
    /** Unlike any other word. */
    private static final String CUSTOMER = "麒麟出海测试有限公司";

    private static final String REASON = "=HYPERLINK(\"http://127.0.0.1\")";

    /** Other tests share the log, some with clocks of their own. */
    private static final String ANY_DATE = "--late=5000000";

    @TempDir Path folder;
    @LocalServerPort int port;
    @Autowired CheckpointFile checkpoints;
    @Autowired NoteKeys keys;
    private TestClient auditor;

    @BeforeEach
    void doSomething() {
        auditor = TestClient.as("auditor", port);
        TestClient.as("sales", port)
                .post(
                        "/api/customers",
                        TestClient.body().put("kind", "COMPANY").put("name", CUSTOMER));
        TestClient.as("sales", port).get("/api/search?q=" + "nothing");
    }

    private static ObjectNode asked() {
        return TestClient.body().put("reason", REASON);
    }

    private Answer export(String kind, ObjectNode asked) {
        return auditor.post("/api/audit/exports/" + kind, asked);
    }

    private Verdict verify(Answer answer) throws IOException {
        assertThat(answer.status()).isEqualTo(200);
        Path export = Files.write(folder.resolve("export.zip"), answer.raw().body());
        Path published = folder.resolve("published.txt");
        try (var out = Files.newOutputStream(published)) {
            checkpoints.copyTo(out);
        }
        Path key =
                Files.write(folder.resolve("key"), keys.all().stream().map(NoteKey::vkey).toList());
        return OutsideVerifier.verify(export, published, key, ANY_DATE);
    }

    /** All files of the ZIP in one text. */
    private static String text(Answer answer) throws IOException {
        StringBuilder text = new StringBuilder();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(answer.raw().body()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                text.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return text.toString();
    }

    @Test
    void exportsTheWholeLogProvably() throws IOException {
        Answer answer = export("range", asked());

        assertThat(answer.header("Content-Type")).hasValue("application/zip");
        assertThat(answer.header("Content-Disposition").orElseThrow()).contains("audit-0-");
        Verdict verdict = verify(answer);
        assertThat(verdict.text())
                .contains("Result: PROVEN", "agree with the published checkpoint");
        assertThat(verdict.code()).isZero();
    }

    @Test
    void exportsASelectionWithItsProof() throws IOException {
        Answer answer = export("selection", asked().put("act", "session.opened"));

        Verdict verdict = verify(answer);
        assertThat(verdict.text()).contains("events are in the log that the checkpoint");
        assertThat(verdict.code()).isZero();
        assertThat(text(answer)).contains("session.opened").doesNotContain("customer.registered");
    }

    @Test
    void carriesNoContentsOut() throws IOException {
        assertThat(text(export("range", asked())))
                .contains("\"subjectType\":\"customer\"")
                .doesNotContain(CUSTOMER);
        assertThat(cells(export("sheet", asked()))).noneMatch(cell -> cell.contains(CUSTOMER));
    }

    @Test
    void isInTheLogBeforeItLeaves() {
        export("selection", asked().put("act", "role.defined"));
        JsonNode events = auditor.get("/api/audit/events?act=audit.exported&size=1").json();

        JsonNode event = events.path("items").path(0);
        assertThat(event.path("reason").asString()).isEqualTo(REASON);
        assertThat(event.path("actorUserName").asString()).isEqualTo("auditor");
        assertThat(event.path("changes").toString()).contains("act=role.defined");
        assertThat(event.path("subjectTitle").asString()).startsWith("audit-selection-");
    }

    /** A text that looks like a formula stays a text. */
    @Test
    void writesOnlyTextIntoTheSheet() throws IOException {
        export("range", asked());
        Answer sheet = export("sheet", asked().put("act", "audit.exported"));

        assertThat(cells(sheet)).contains(REASON, "导出日志");
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(sheet.raw().body()));
                Stream<Row> rows = book.getFirstSheet().openStream()) {
            assertThat(rows.flatMap(Row::stream))
                    .allMatch(cell -> cell == null || cell.getType() == CellType.STRING);
        }
    }

    private static List<String> cells(Answer sheet) throws IOException {
        assertThat(sheet.status()).isEqualTo(200);
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(sheet.raw().body()));
                Stream<Row> rows = book.getFirstSheet().openStream()) {
            return rows.flatMap(Row::stream).map(Cell::getText).toList();
        }
    }

    @Test
    void isForThoseWhoMayAndSayWhy() {
        assertThat(export("range", TestClient.body().put("reason", " ")).status()).isEqualTo(400);
        assertThat(
                        export(
                                        "range",
                                        asked().put("from", "2026-11-02T00:00:00Z")
                                                .put("until", "2026-11-01T00:00:00Z"))
                                .slug())
                .isEqualTo("span-backwards");
        for (String other : List.of("sales", "sysadmin", "secadmin")) {
            assertThat(
                            TestClient.as(other, port)
                                    .post("/api/audit/exports/range", asked())
                                    .status())
                    .isEqualTo(403);
        }
    }
}
