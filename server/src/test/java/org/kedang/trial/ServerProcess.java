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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * The whole product in a process of its own, on a data folder of its own, that can be killed like
 * by a power cut.
 */
final class ServerProcess implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofMinutes(3);

    /** About what a worker needs to start. */
    private static final Duration BUSY = Duration.ofSeconds(2);

    private final Path data;
    private final boolean demo;
    private final int port;
    private Process process;

    /**
     * @param options of the server, beyond those of the demo
     */
    ServerProcess(Path data, String... options) {
        this(data, true, options);
    }

    static ServerProcess withoutDemo(Path data) {
        return new ServerProcess(data, false);
    }

    private ServerProcess(Path data, boolean demo, String... options) {
        this.data = data;
        this.demo = demo;
        this.port = freePort();
        UnpackedPrograms.linkInto(data);
        this.process = launch(options);
        awaitReady();
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
        List<String> command =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KedangApplication.class.getName(),
                        "--kedang.data=" + data,
                        "--server.port=" + port,
                        "--kedang.demo=" + demo,
                        "--kedang.demo-password=" + TestClient.PASSWORD);
        ProcessBuilder builder =
                new ProcessBuilder(Stream.concat(command.stream(), Stream.of(more)).toList());
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

    static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The server's own database, as its owner. */
    JdbcClient database() {
        Properties passwords = new Properties();
        try (Reader reader = Files.newBufferedReader(data.resolve("keys/database.properties"));
                Stream<Path> files = Files.walk(data.resolve("postgres"), 3)) {
            passwords.load(reader);
            Path pid =
                    files.filter(file -> file.endsWith("postmaster.pid")).findFirst().orElseThrow();
            String port = Files.readAllLines(pid).get(3).strip();
            // one connection for all questions
            return JdbcClient.create(
                    new SingleConnectionDataSource(
                            "jdbc:postgresql://127.0.0.1:" + port + "/kedang",
                            "kedang_owner",
                            passwords.getProperty("kedang_owner"),
                            true));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
