package org.kedang.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kedang.TestClient.body;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kedang.TestClient;
import org.kedang.TestClient.Answer;
import org.springframework.jdbc.core.simple.JdbcClient;

import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Kills everything with SIGKILL while clocks fire and people decide. Afterwards each alarm has
 * fired once, each decision that was acknowledged stands, and no request is approved without its
 * effect or has the effect without being approved. At last two nodes keep time over one database,
 * and one is killed. A handover of thousands of customers is cut off and goes on. The full form
 * crashes five times before.
 */
class ApprovalCrashTrial {
    private static final int CRASHES = "full".equals(System.getProperty("kedang.trial")) ? 5 : 1;
    private static final int WAITING = 60;
    private static final int PEOPLE = 4;
    private static final Duration AWAIT = Duration.ofMinutes(2);

    /** Work that a killed server left is taken up by the next one after four of these. */
    private static final String[] OPTIONS = {
        "--db-scheduler.heartbeat-interval=1s", "--db-scheduler.polling-interval=1s"
    };

    private static final String FIRED =
            "select count(*) from approval_alarm where fired_at is not null";
    private static final String LEFT = "select count(*) from approval_alarm where fired_at is null";

    private final AtomicInteger submitted = new AtomicInteger();
    private final AtomicInteger acknowledged = new AtomicInteger();
    private String department = "";

    @Test
    void firesOnceAndDecidesWhollyOrNotAtAll(@TempDir Path data, @TempDir Path other) {
        try (ServerProcess server = new ServerProcess(data, OPTIONS)) {
            department = department(server.database());
            define(server);
            for (int crash = 0; crash < CRASHES; crash++) {
                decideUntilKilled(server);
                server.restart(OPTIONS);
                JdbcClient database = server.database();
                await(() -> number(database, LEFT) == 0);
                System.out.printf("killed, %d decisions acknowledged%n", acknowledged.get());
            }
            cutOffAHandover(server);
            try (ServerProcess second = server.beside(other, OPTIONS)) {
                killOneOfTwo(server);
                check(server.database());
                assertThat(decideOne(TestClients.of(second))).as("goes on").isEqualTo(204);
            } finally {
                server.killEverything();
            }
        }
    }

    private static void cutOffAHandover(ServerProcess server) {
        JdbcClient before = server.database();
        HandoverCrash handover = new HandoverCrash(server.port(), before);
        await(() -> handover.isUnderWay(before));
        server.killEverything();
        server.restart(OPTIONS);
        JdbcClient after = server.database();
        await(() -> handover.isDone(after));
        handover.check(after);
    }

    /** Two nodes look for what is due; what the killed one had not done is done by the other. */
    private static void killOneOfTwo(ServerProcess first) {
        JdbcClient database = first.database();
        long fired = number(database, FIRED);
        wind(first);
        await(() -> number(database, FIRED) > fired + 10);
        assertThat(number(database, LEFT)).as("alarms to come").isPositive();
        first.killServer();
        await(() -> number(database, LEFT) == 0);
    }

    /** Those who take part, signed in once. */
    private record TestClients(TestClient administrator, TestClient head, TestClient sales) {
        static TestClients of(ServerProcess server) {
            return new TestClients(
                    TestClient.as("sysadmin", server.port()),
                    TestClient.as("head", server.port()),
                    TestClient.as("sales", server.port()));
        }
    }

    private static String department(JdbcClient database) {
        return database.sql("select id::text from department where code = 'YX'")
                .query(String.class)
                .single();
    }

    private void define(ServerProcess server) {
        ObjectNode type = body().put("code", "g-trial").put("departmentId", department);
        type.putObject("name").put("zh", "外出申请").put("en", "Errand");
        ObjectNode field = type.putArray("fields").addObject();
        field.put("name", "where").put("kind", "TEXT").put("required", true);
        field.putObject("label").put("zh", "去哪里").put("en", "Where");
        field.putArray("options");
        Answer defined = TestClient.as("head", server.port()).post("/api/approval-types", type);
        assertThat(defined.status()).as(defined.text()).isEqualTo(204);
    }

    /** Many requests wait, and for each the clock is due three times. */
    private static void wind(ServerProcess server) {
        TestClient sales = TestClient.as("sales", server.port());
        for (int i = 0; i < WAITING; i++) {
            ObjectNode request = body().put("type", "g-trial").put("reason", "拜访客户");
            request.putObject("fields").put("where", "萧山");
            Answer answer = sales.post("/api/approvals", request);
            assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        }
        server.database()
                .sql(
                        """
                        insert into approval_alarm (id, step_id, request_id, kind, at)
                        select gen_random_uuid(), s.id, s.request_id, k.kind, now() - k.before
                        from approval_step s join approval_request r on r.id = s.request_id,
                            (values ('REMIND', interval '3 hours'), ('DUE', interval '2 hours'), ('EXPIRE', interval '1 hour'))
                            k (kind, before)
                        where r.type = 'g-trial' and r.state = 'OPEN'
                        """)
                .update();
    }

    private void decideUntilKilled(ServerProcess server) {
        JdbcClient database = server.database();
        long fired = number(database, FIRED);
        int decided = acknowledged.get();
        AtomicBoolean going = new AtomicBoolean(true);
        try (ExecutorService people = Executors.newFixedThreadPool(PEOPLE)) {
            for (int i = 0; i < PEOPLE; i++) {
                TestClients clients = TestClients.of(server);
                people.submit(() -> decide(clients, going));
            }
            await(() -> acknowledged.get() > decided + 10);
            wind(server);
            await(() -> number(database, FIRED) > fired + 10);
            assertThat(number(database, LEFT)).as("alarms to come").isPositive();
            server.killEverything();
            going.set(false);
        }
    }

    private void decide(TestClients clients, AtomicBoolean going) {
        try {
            while (going.get()) {
                if (decideOne(clients) == 204) {
                    acknowledged.incrementAndGet();
                }
            }
        } catch (UncheckedIOException e) {
            assertThat(e)
                    .as("the connection breaks when the server is killed")
                    .hasCauseInstanceOf(IOException.class);
        }
    }

    /** Somebody asks for a colleague's account, and the head of the department agrees. */
    private int decideOne(TestClients clients) {
        ObjectNode request = body().put("type", "new-person").put("reason", "新同事");
        request.putObject("fields")
                .put("userName", "trial" + submitted.incrementAndGet())
                .put("name", "试用")
                .put("department", department);
        String id = clients.administrator().post("/api/approvals", request).id();
        String task = clients.head().get("/api/approvals/" + id).json().path("task").asString();
        return clients.head().post("/api/approval-tasks/" + task + "/approve", body()).status();
    }

    private void check(JdbcClient database) {
        for (String act : new String[] {"reminded", "overdue", "expired"}) {
            assertThat(
                            number(
                                    database,
                                    "select count(*) from audit_event where act = 'approval."
                                            + act
                                            + "'"))
                    .as(act)
                    .isEqualTo((CRASHES + 1L) * WAITING);
        }
        assertThat(
                        number(
                                database,
                                "select count(*) from approval_request where state = 'EXPIRED'"))
                .isEqualTo((CRASHES + 1L) * WAITING);
        assertThat(number(database, "select count(*) from notice where kind = 'approval.reminded'"))
                .isEqualTo((CRASHES + 1L) * WAITING);
        assertThat(
                        number(
                                database,
                                "select count(*) from approval_request where type = 'new-person'"
                                        + " and state = 'APPROVED'"))
                .isGreaterThanOrEqualTo(acknowledged.get());
        for (String never :
                new String[] {
                    """
                    select count(*) from approval_request r where r.type = 'new-person' and (r.state = 'APPROVED')
                        <> exists (select 1 from person p where p.user_name = r.fields ->> 'userName')
                    """,
                    """
                    select count(*) from approval_request r where (r.state = 'OPEN')
                        <> exists (select 1 from act_ru_execution e where e.proc_inst_id_ = r.instance_id)
                    """,
                    """
                    select count(*) from act_ru_execution e
                    where not exists (select 1 from approval_request r where r.instance_id = e.proc_inst_id_)
                    """
                }) {
            assertThat(number(database, never)).as(never).isZero();
        }
    }

    private static long number(JdbcClient database, String sql) {
        return database.sql(sql).query(Long.class).single();
    }

    private interface Condition {
        boolean holds();
    }

    private static void await(Condition condition) {
        Instant limit = Instant.now().plus(AWAIT);
        while (!condition.holds()) {
            assertThat(Instant.now()).isBefore(limit);
            ServerProcess.pause(Duration.ofMillis(1));
        }
    }
}
