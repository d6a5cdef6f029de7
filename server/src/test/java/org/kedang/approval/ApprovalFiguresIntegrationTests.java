package org.kedang.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kedang.IntegrationTest;
import org.kedang.approval.ApprovalFigures.RequestCount;
import org.kedang.kernel.Actor;
import org.kedang.kernel.ChinaTime;
import org.kedang.kernel.Paging;
import org.kedang.kernel.Problem;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Looks at the requests of one approver, so that those of other tests do not count. */
@IntegrationTest
class ApprovalFiguresIntegrationTests {
    @Autowired ApprovalDesk desk;
    @Autowired Deciding deciding;
    @Autowired Figuring figuring;
    @Autowired Overseeing overseeing;
    @Autowired JdbcClient jdbc;
    @Autowired Clock clock;

    private Actor signer;
    private UUID approved;
    private UUID rejected;
    private UUID open;

    @BeforeEach
    void submit() {
        signer = desk.newcomer("XS");
        Actor requester = desk.newcomer("DA");
        approved = desk.submit(requester, "trial-all", signer);
        rejected = desk.submit(requester, "trial-all", signer);
        open = desk.submit(requester, "trial-all", signer);
        deciding.approve(signer, desk.task(approved, signer), null);
        deciding.reject(signer, desk.task(rejected, signer), "不同意");
        jdbc.sql(
                        "update approval_step set due_at = entered_at - interval '1 hour' where"
                                + " request_id = :open")
                .param("open", open)
                .update();
    }

    private RequestQuestion question(@Nullable RequestState state, @Nullable Boolean overdue) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ChinaTime.ZONE);
        // yesterday as well, should midnight pass meanwhile
        return new RequestQuestion(
                today.minusDays(1), today, "trial-all", null, state, null, signer.id(), overdue);
    }

    private List<UUID> found(RequestQuestion question) {
        return overseeing.list(question, new Paging(1, 20)).items().stream()
                .map(Overseeing.Overseen::id)
                .toList();
    }

    @Test
    void tellsHowRequestsEndedWhereTheyWaitAndWhoDecided() {
        ApprovalFigures figures = figuring.read(desk.known("gm"), question(null, null));

        RequestCount all = figures.all();
        assertThat(List.of(all.requests(), all.open(), all.approved(), all.rejected(), all.late()))
                .containsExactly(3L, 1L, 1L, 1L, 1L);
        assertThat(all.medianHours()).isBetween(0.0, 1.0);
        assertThat(figures.types())
                .singleElement()
                .satisfies(type -> assertThat(type.count()).isEqualTo(all));
        assertThat(figures.departments())
                .singleElement()
                .satisfies(one -> assertThat(one.id()).isEqualTo(desk.department("DA")));
        assertThat(figures.days().stream().mapToLong(day -> day.count().requests()).sum())
                .isEqualTo(3);
        assertThat(figures.steps())
                .singleElement()
                .satisfies(
                        step ->
                                assertThat(List.of(step.times(), step.waiting(), step.late()))
                                        .containsExactly(3L, 1L, 1L));
        assertThat(figures.people())
                .singleElement()
                .satisfies(
                        one ->
                                assertThat(List.of(one.decided(), one.rejected(), one.open()))
                                        .containsExactly(2L, 1L, 1L));
    }

    @Test
    void listsTheRequestsBehindAFigure() {
        assertThat(found(question(null, null))).containsExactly(open, rejected, approved);
        assertThat(found(question(RequestState.REJECTED, null))).containsExactly(rejected);
        assertThat(found(question(null, true))).containsExactly(open);
        assertThat(found(question(RequestState.APPROVED, true))).isEmpty();
    }

    @Test
    void carriesThemOutAsASheetAndSaysSoInTheLog() throws IOException {
        Actor by = desk.newcomer("XS");
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        overseeing.export(by, question(RequestState.OPEN, null), "季度检查").to(out);

        try (var book = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            var rows = book.getFirstSheet().read();
            assertThat(rows).hasSize(2);
            assertThat(rows.getLast().getCellText(8)).isEqualTo(signer.name());
            assertThat(rows.getLast().getCellText(9)).isEqualTo("是");
        }
        assertThat(
                        jdbc.sql(
                                        "select reason from audit_event where act ="
                                                + " 'approval.list-exported' and actor_id = :by")
                                .param("by", by.id())
                                .query(String.class)
                                .list())
                .containsExactly("季度检查");
    }

    @Test
    void refusesSpansThatNobodyCanLookAt() {
        LocalDate day = LocalDate.of(2026, 1, 1);

        assertThatThrownBy(() -> found(span(day, day.minusDays(1))))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("request-span-backwards");
        assertThatThrownBy(() -> found(span(day, day.plusDays(366))))
                .hasMessageContaining("request-span-too-long");
    }

    private static RequestQuestion span(LocalDate first, LocalDate last) {
        return new RequestQuestion(first, last, null, null, null, null, null, null);
    }
}
