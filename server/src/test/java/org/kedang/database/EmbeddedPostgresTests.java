package org.kedang.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kedang.database.DatabaseAccess.Login;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Collections;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * One cluster serves all tests that begin with a sound one: making it takes seconds, starting it
 * half of one. Each test leaves it stopped; those that need another folder make it themselves.
 */
class EmbeddedPostgresTests {
    @TempDir static Path data;

    /** The first start finds what an initialisation left that was cut short. */
    @BeforeAll
    static void makeACluster() throws Exception {
        Path draft = Files.createDirectories(data.resolve("postgres/data-18.new"));
        Files.writeString(draft.resolve("PG_VERSION"), "18\n");
        EmbeddedPostgres.start(data).close();
    }

    @BeforeEach
    void beginWithoutPapers() {
        papers = "paper_" + UUID.randomUUID().toString().replace("-", "");
    }

    private String papers = "";

    @Test
    void deletesWhatOthersDeleteAsWell(@TempDir Path folder) throws Exception {
        Path root = folder.resolve("left");
        for (int i = 0; i < 40; i++) {
            Path inner = Files.createDirectories(root.resolve("base/" + i));
            for (int j = 0; j < 40; j++) {
                Files.createFile(inner.resolve("f" + j));
            }
        }
        try (var threads = Executors.newFixedThreadPool(4)) {
            Callable<Void> delete =
                    () -> {
                        Folders.delete(root);
                        return null;
                    };
            for (var one : threads.invokeAll(Collections.nCopies(4, delete))) {
                one.get();
            }
        }
        assertThat(root).doesNotExist();
    }

    @Test
    void keepsDataBetweenStarts() throws Exception {
        try (var postgres = EmbeddedPostgres.start(data)) {
            execute(postgres, "create table " + papers + " (title text)");
            execute(postgres, "insert into " + papers + " values ('合同')");
        }
        try (var postgres = EmbeddedPostgres.start(data)) {
            assertThat(query(postgres, "select title from " + papers)).isEqualTo("合同");
        }
    }

    @Test
    void isDurableAndSortsChinese() throws Exception {
        try (var postgres = EmbeddedPostgres.start(data)) {
            assertThat(query(postgres, "show fsync")).isEqualTo("on");
            assertThat(query(postgres, "show synchronous_commit")).isEqualTo("on");
            assertThat(query(postgres, "show data_checksums")).isEqualTo("on");
            assertThat(query(postgres, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(
                            query(
                                    postgres,
                                    "select string_agg(x, '' order by x) from"
                                            + " unnest(array['张','李','阿','王']) x"))
                    .isEqualTo("阿李王张");
        }
    }

    @Test
    void refusesConnectionsWithoutTheRightPassword() {
        try (var postgres = EmbeddedPostgres.start(data)) {
            String url = postgres.access().url();
            assertThatThrownBy(() -> DriverManager.getConnection(url, "kedang_app", ""))
                    .isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> DriverManager.getConnection(url, "postgres", "postgres"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void keepsPasswordsReadableByTheOperatorOnly() throws Exception {
        try (var postgres = EmbeddedPostgres.start(data)) {
            Path file = data.resolve("keys/database.properties");
            assertThat(Files.readString(file)).contains(postgres.access().app().password());
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            assertThat(postgres.access().toString())
                    .doesNotContain(postgres.access().app().password());
        }
    }

    @Test
    void letsTheApplicationDoOnlyWhatTheOwnerGrants() throws Exception {
        try (var postgres = EmbeddedPostgres.start(data)) {
            execute(postgres, "create table " + papers + " (title text)");
            execute(postgres, "grant insert on " + papers + " to kedang_app");
            try (var app = connect(postgres, postgres.access().app());
                    var statement = app.createStatement()) {
                statement.execute("insert into " + papers + " values ('合同')");
                assertThatThrownBy(() -> statement.execute("delete from " + papers))
                        .hasMessageContaining("permission denied");
                assertThatThrownBy(() -> statement.execute("drop table " + papers))
                        .hasMessageContaining("must be owner");
                assertThatThrownBy(() -> statement.execute("create table other (x int)"))
                        .hasMessageContaining("permission denied");
            }
        }
    }

    @Test
    void recoversWhatWasCommittedBeforeThePostmasterWasKilled() throws Exception {
        var killed = EmbeddedPostgres.start(data);
        execute(killed, "create table " + papers + " (title text)");
        execute(killed, "insert into " + papers + " values ('合同')");
        kill(postmaster());
        killed.close();
        try (var postgres = EmbeddedPostgres.start(data)) {
            assertThat(query(postgres, "select title from " + papers)).isEqualTo("合同");
        }
    }

    @Test
    void stopsThePostmasterThatAKilledProcessLeftBehind() throws Exception {
        Process child = startInChild();
        ProcessHandle orphan = postmaster();
        child.destroyForcibly().waitFor();
        assertThat(isRunning(orphan)).isTrue();
        try (var postgres = EmbeddedPostgres.start(data)) {
            assertThat(query(postgres, "select title from " + papers)).isEqualTo("合同");
            assertThat(isRunning(orphan)).isFalse();
        }
    }

    @Test
    void ignoresAPidFileWhosePidBelongsToSomebodyElse() throws Exception {
        Process other = new ProcessBuilder("sleep", "300").start();
        try {
            Files.writeString(
                    cluster().resolve("postmaster.pid"), other.pid() + "\n" + cluster() + "\n");
            try (var postgres = EmbeddedPostgres.start(data)) {
                assertThat(query(postgres, "select 1")).isEqualTo("1");
            }
            assertThat(other.isAlive()).isTrue();
        } finally {
            other.destroyForcibly();
        }
    }

    @Test
    void refusesASecondProcessOnTheSameFolder() throws Exception {
        Process child = startInChild();
        try {
            assertThatThrownBy(() -> EmbeddedPostgres.start(data))
                    .isInstanceOfSatisfying(
                            DatabaseUnavailable.class,
                            problem -> {
                                assertThat(problem.zh()).contains("正被另一个客档使用");
                                assertThat(problem.en()).contains("Another Kedang is using");
                            });
        } finally {
            ProcessHandle orphan = postmaster();
            child.destroyForcibly().waitFor();
            kill(orphan);
        }
    }

    @Test
    void beginsAgainAfterAnInitialisationThatWasCutShort() {
        assertThat(data.resolve("postgres/data-18.new")).doesNotExist();
        assertThat(cluster().resolve("PG_VERSION")).exists();
    }

    @Test
    void refusesAClusterOfAnotherMajorVersion(@TempDir Path other) throws Exception {
        UnpackedPrograms.linkInto(other);
        Files.createDirectories(other.resolve("postgres/data-17"));
        assertThatThrownBy(() -> EmbeddedPostgres.start(other))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("another major version");
    }

    @Test
    void throwsTemporaryDataAway() throws Exception {
        var postgres = EmbeddedPostgres.temporary();
        Path folder = postgres.data();
        assertThat(folder).exists();
        postgres.close();
        assertThat(folder).doesNotExist();
    }

    /** A process of its own that starts the server, files one paper and waits to be killed. */
    private Process startInChild() throws Exception {
        var child =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Child.class.getName(),
                                data.toString(),
                                papers)
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        assertThat(child.inputReader().lines().anyMatch("ready"::equals)).isTrue();
        return child;
    }

    static class Child {
        public static void main(String[] arguments) throws Exception {
            var postgres = EmbeddedPostgres.start(Path.of(arguments[0]));
            execute(postgres, "create table " + arguments[1] + " (title text)");
            execute(postgres, "insert into " + arguments[1] + " values ('合同')");
            System.out.println("ready");
            Thread.sleep(TimeUnit.MINUTES.toMillis(5));
        }
    }

    private Path cluster() {
        return data.resolve("postgres/data-18");
    }

    private ProcessHandle postmaster() throws Exception {
        long pid =
                Long.parseLong(Files.readAllLines(cluster().resolve("postmaster.pid")).getFirst());
        return ProcessHandle.of(pid).orElseThrow();
    }

    private static void kill(ProcessHandle process) throws Exception {
        process.destroyForcibly();
        for (int i = 0; isRunning(process) && i < 100; i++) {
            Thread.sleep(50);
        }
        assertThat(isRunning(process)).isFalse();
    }

    /** A dead process that nobody reaps keeps its pid, but no working folder. */
    private static boolean isRunning(ProcessHandle process) {
        return Files.exists(Path.of("/proc", Long.toString(process.pid()), "cwd"));
    }

    private static Connection connect(EmbeddedPostgres postgres, Login login) throws SQLException {
        return Users.connect(postgres.access().url(), login);
    }

    private static void execute(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (var owner = connect(postgres, postgres.access().owner());
                var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (var owner = connect(postgres, postgres.access().owner());
                var statement = owner.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
