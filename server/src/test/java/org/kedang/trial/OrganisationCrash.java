package org.kedang.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kedang.TestClient.body;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.kedang.BigDepartment;
import org.kedang.TestClient;
import org.kedang.TestClient.Answer;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/**
 * A merge of departments and an import of people that a crash cuts off: each must have happened
 * whole, with every line of the log, or not at all, and then go through when it is asked for again.
 */
final class OrganisationCrash {
    private static final int CUSTOMERS = 500;
    private static final int PEOPLE = 400;
    private static final String SHEET =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** Somebody writes customers or dossiers, and somebody writes people, and has not committed. */
    static final String UNDER_WAY =
            """
            (exists (select 1 from pg_locks where mode = 'RowExclusiveLock'
                     and relation in ('customer'::regclass, 'dossier'::regclass))
             and exists (select 1 from pg_locks where mode = 'RowExclusiveLock'
                     and relation = 'person'::regclass))
            """;

    private final String mark;
    private final TestClient sysadmin;
    private final UUID from;
    private final UUID into;
    private final byte[] sheet;

    private final Executor people = task -> Thread.ofVirtual().start(task);
    private CompletableFuture<Answer> merging = new CompletableFuture<>();
    private CompletableFuture<Answer> importing = new CompletableFuture<>();

    OrganisationCrash(int crash, int port, JdbcClient database) {
        mark = "CRASH" + crash;
        sysadmin = TestClient.as("sysadmin", port);
        from = department("F");
        into = department("I");
        BigDepartment.fill(database, from, CUSTOMERS);
        Answer position =
                sysadmin.post("/api/positions", body().put("code", mark).put("name", mark));
        assertThat(position.status()).as(position.text()).isEqualTo(201);
        sheet = sheet();
    }

    private UUID department(String which) {
        Answer made =
                sysadmin.post(
                        "/api/departments",
                        body().put("code", mark + which).put("name", mark + which));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return UUID.fromString(made.id());
    }

    private byte[] sheet() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "trial", "1.0")) {
            Worksheet sheet = book.newWorksheet("人员");
            row(sheet, 0, List.of("用户名", "姓名", "部门代码", "岗位代码"));
            for (int i = 1; i <= PEOPLE; i++) {
                row(sheet, i, List.of(userName(i), "断电" + mark + "-" + i, "XS", mark));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void row(Worksheet sheet, int row, List<String> cells) {
        for (int column = 0; column < cells.size(); column++) {
            sheet.value(row, column, cells.get(column));
        }
    }

    private String userName(int i) {
        return mark.toLowerCase(java.util.Locale.ROOT) + "." + i;
    }

    void begin() {
        merging = CompletableFuture.supplyAsync(() -> merge(sysadmin), people);
        importing = CompletableFuture.supplyAsync(() -> bringIn(sysadmin), people);
    }

    private Answer merge(TestClient client) {
        return client.post(
                "/api/departments/" + from + "/merge",
                body().put("into", into.toString()).put("reason", "断电试验"));
    }

    private Answer bringIn(TestClient client) {
        return client.send(
                "POST",
                "/api/people/import",
                BodyPublishers.ofByteArray(sheet),
                "Content-Type",
                SHEET);
    }

    /** After the restart. */
    void check(int port, JdbcClient database) {
        boolean merged = isMerged(database);
        boolean imported = isImported(database);
        System.out.printf(
                "killed while merging and importing: merged %s, imported %s%n", merged, imported);
        assertThat(merged).isIn(wasAnswered(merging), true);
        assertThat(imported).isIn(wasAnswered(importing), true);
        assertThat(wasAnswered(merging) && wasAnswered(importing))
                .as("the crash must come in the midst")
                .isFalse();
        TestClient again = TestClient.as("sysadmin", port);
        if (!merged) {
            Answer answer = merge(again);
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            assertThat(isMerged(database)).isTrue();
        }
        if (!imported) {
            Answer answer = bringIn(again);
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            assertThat(isImported(database)).isTrue();
        }
    }

    private static boolean wasAnswered(CompletableFuture<Answer> request) {
        try {
            return request.join().status() == 200;
        } catch (CompletionException e) {
            assertThat(e)
                    .as("the connection breaks when the server is killed")
                    .hasCauseInstanceOf(UncheckedIOException.class);
            return false;
        }
    }

    private boolean isMerged(JdbcClient database) {
        boolean closed =
                database.sql("select closed_at is not null from department where id = :id")
                        .param("id", from)
                        .query(Boolean.class)
                        .single();
        UUID where = closed ? into : from;
        long told = closed ? CUSTOMERS : 0;
        for (String kind : new String[] {"customer", "dossier"}) {
            assertThat(number(database, kind + " where department_id = :id", where))
                    .as(kind)
                    .isEqualTo(CUSTOMERS);
            assertThat(number(database, kind + " where department_id = :id", closed ? from : into))
                    .as(kind)
                    .isZero();
            String events =
                    "audit_event e join %s t on t.id = e.subject_id where t.department_id = :id"
                            .formatted(kind);
            assertThat(number(database, events, where)).as(kind).isEqualTo(told);
        }
        return closed;
    }

    private boolean isImported(JdbcClient database) {
        String people = "person t where t.user_name like :id";
        String names = userName(0).replace(".0", ".%");
        long there = number(database, people, names);
        assertThat(there).isIn(0L, (long) PEOPLE);
        assertThat(
                        number(
                                database,
                                "post p join person t on t.id = p.person_id where t.user_name like"
                                        + " :id",
                                names))
                .isEqualTo(there);
        assertThat(
                        number(
                                database,
                                "audit_event where act = 'person.imported' and subject_title like"
                                        + " :id",
                                "断电" + mark + "-%"))
                .isEqualTo(there);
        return there > 0;
    }

    private static long number(JdbcClient database, String what, Object id) {
        return database.sql("select count(*) from " + what)
                .param("id", id)
                .query(Long.class)
                .single();
    }
}
