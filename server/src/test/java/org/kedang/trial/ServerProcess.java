package org.kedang.trial;

import org.kedang.KedangApplication;
import org.kedang.TestClient;
import org.kedang.database.UnpackedPrograms;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * The whole product in a process of its own, on a data folder of its own, that can be killed like
 * by a power cut.
 */
final class ServerProcess implements AutoCloseable {
    private static final String OWNER = "kedang_owner";
    private static final Duration START_LIMIT = Duration.ofMinutes(3);

    /** About what a worker needs to start. */
    private static final Duration BUSY = Duration.ofSeconds(2);

    private final Path data;
    private final boolean demo;
    private final List<String> java;
    private final int port;
    private Process process;

    /**
     * On a copy of a folder that holds the demo organisation.
     *
     * @param options of the server, beyond those of the demo
     */
    ServerProcess(Path data, String... options) {
        this(filled(data), true, Rehearsal.held().java(), options);
    }

    static ServerProcess withoutDemo(Path data) {
        return new ServerProcess(empty(data), false, Rehearsal.held().java());
    }

    /**
     * The first start with the demo organisation.
     *
     * @param java options of the JVM with the class path
     */
    static ServerProcess rehearsing(Path data, List<String> java) {
        return new ServerProcess(empty(data), true, java);
    }

    /** Another node over this one's database, with the same keys and a data folder of its own. */
    ServerProcess beside(Path other, String... options) {
        copyKeys(other);
        DatabaseLogin owner = owner();
        return new ServerProcess(
                other,
                demo,
                java,
                Stream.concat(
                                Stream.of(options),
                                Stream.of(
                                        "--kedang.db-url=" + owner.url(),
                                        "--kedang.db-user=" + OWNER,
                                        "--kedang.db-password=" + owner.password()))
                        .toArray(String[]::new));
    }

    private void copyKeys(Path other) {
        Path keys = data.resolve("keys");
        try (Stream<Path> files = Files.walk(keys)) {
            for (Path file : files.toList()) {
                Files.copy(
                        file,
                        other.resolve("keys").resolve(keys.relativize(file)),
                        StandardCopyOption.COPY_ATTRIBUTES);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ServerProcess(Path data, boolean demo, List<String> java, String... options) {
        this.data = data;
        this.demo = demo;
        this.java = java;
        this.port = freePort();
        this.process = launch(options);
        awaitReady();
    }

    private static Path filled(Path data) {
        Rehearsal.held().copyInto(data);
        return data;
    }

    private static Path empty(Path data) {
        UnpackedPrograms.linkInto(data);
        return data;
    }

    int port() {
        return port;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process launch(String... more) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
        command.add("-XX:TieredStopAtLevel=1");
        command.add("-XX:+UseSerialGC");
        command.addAll(java);
        command.add(KedangApplication.class.getName());
        command.add("--kedang.data=" + data);
        command.add("--server.port=" + port);
        command.add("--kedang.demo=" + demo);
        command.add("--kedang.demo-password=" + TestClient.PASSWORD);
        command.addAll(List.of(more));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(data.resolve("server.log").toFile()));
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitReady() {
        Instant limit = Instant.now().plus(START_LIMIT);
        while (!isReady()) {
            if (!process.isAlive() || Instant.now().isAfter(limit)) {
                throw new AssertionError("The server did not start:\n" + log());
            }
            pause(Duration.ofMillis(100));
        }
    }

    private boolean isReady() {
        try {
            return TestClient.at(port).get("/actuator/health/readiness").status() == 200;
        } catch (UncheckedIOException e) {
            return false; // not listening yet
        }
    }

    /** A first start builds the index; until it is complete the next start builds it again. */
    void awaitIndexed() {
        TestClient sysadmin = TestClient.as("sysadmin", port);
        Instant limit = Instant.now().plus(START_LIMIT);
        while (!isIndexed(sysadmin)) {
            if (Instant.now().isAfter(limit)) {
                throw new AssertionError("The index is not complete:\n" + log());
            }
            pause(Duration.ofMillis(200));
        }
    }

    private static boolean isIndexed(TestClient sysadmin) {
        return sysadmin.get("/api/health")
                .json()
                .path("items")
                .valueStream()
                .filter(line -> line.path("code").asString().equals("search"))
                .anyMatch(line -> line.path("state").asString().equals("OK"));
    }

    static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private record DatabaseLogin(String url, String password) {}

    private DatabaseLogin owner() {
        Properties passwords = new Properties();
        try (Reader reader = Files.newBufferedReader(data.resolve("keys/database.properties"));
                Stream<Path> files = Files.walk(data.resolve("postgres"), 3)) {
            passwords.load(reader);
            Path pid =
                    files.filter(file -> file.endsWith("postmaster.pid")).findFirst().orElseThrow();
            return new DatabaseLogin(
                    "jdbc:postgresql://127.0.0.1:%s/kedang"
                            .formatted(Files.readAllLines(pid).get(3).strip()),
                    passwords.getProperty(OWNER));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The server's own database, as its owner. */
    JdbcClient database() {
        DatabaseLogin login = owner();
        // one connection for all questions
        return JdbcClient.create(
                new SingleConnectionDataSource(login.url(), OWNER, login.password(), true));
    }

    String log() {
        try {
            return Files.readString(data.resolve("server.log"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    /**
     * Ends the server, its workers and its PostgreSQL with SIGKILL, all within a moment, and waits
     * until they are gone.
     */
    void killEverything() {
        List<ProcessHandle> all =
                Stream.concat(
                                family(process.toHandle()),
                                postmaster().flatMap(ServerProcess::family))
                        .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(handle -> handle.onExit().join());
    }

    /** Ends the server and its workers with SIGKILL; its PostgreSQL goes on. */
    void killServer() {
        List<ProcessHandle> all = family(process.toHandle()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(handle -> handle.onExit().join());
    }

    /**
     * Ends with SIGKILL the processes that have been at work on documents for a while; the server
     * starts others.
     */
    void killBusyWorkers() {
        process.descendants()
                .filter(ServerProcess::isBusyWorker)
                .forEach(ProcessHandle::destroyForcibly);
    }

    private static boolean isBusyWorker(ProcessHandle handle) {
        return handle.info().commandLine().filter(line -> line.contains("docworker")).isPresent()
                && handle.info()
                        .totalCpuDuration()
                        .filter(time -> time.compareTo(BUSY) > 0)
                        .isPresent();
    }

    private static Stream<ProcessHandle> family(ProcessHandle parent) {
        return Stream.concat(Stream.of(parent), parent.descendants());
    }

    private Stream<ProcessHandle> postmaster() {
        try (Stream<Path> files = Files.walk(data.resolve("postgres"), 3)) {
            return files.filter(file -> file.endsWith("postmaster.pid")).toList().stream()
                    .flatMap(file -> ProcessHandle.of(pidIn(file)).stream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long pidIn(Path file) {
        try {
            return Long.parseLong(Files.readAllLines(file).getFirst().strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param more further options of the server
     */
    void restart(String... more) {
        process = launch(more);
        awaitReady();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
