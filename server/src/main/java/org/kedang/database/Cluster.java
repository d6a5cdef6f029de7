package org.kedang.database;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/**
 * A PostgreSQL data folder and the server that may run on it. The caller holds the {@link
 * FolderLock}.
 */
final class Cluster {
    static final String SUPERUSER = "postgres";

    /** Room for two segments of PostgreSQL's journal; with less it may be unable to start. */
    private static final long LEAST_SPACE_MIB = 32;

    private static final Logger log = LoggerFactory.getLogger(Cluster.class);
    private static final int START_ATTEMPTS = 20;
    private static final long START_PAUSE_MILLIS = 500;

    private final Binaries binaries;
    private final Path home;
    private final Path folder;
    private final Path logs;
    private final Path startLog;
    private final OrdinaryUser user;
    private final ClusterSettings settings;

    /** The cluster of a data folder, which may not exist yet. */
    Cluster(Binaries binaries, Path data, ClusterSettings settings) throws IOException {
        this.binaries = binaries;
        this.home = data.toAbsolutePath().resolve("postgres");
        this.folder = home.resolve("data-" + Binaries.MAJOR);
        this.logs = data.toAbsolutePath().resolve("logs");
        this.startLog = logs.resolve("postgres-start.log");
        this.settings = settings;
        this.user = OrdinaryUser.forCluster(this.folder);
    }

    boolean exists() {
        return Files.exists(folder.resolve("PG_VERSION"));
    }

    /**
     * Makes the folder whole or not at all: a process killed half-way leaves only a draft, thrown
     * away next time.
     */
    void create(String superuserPassword) throws IOException {
        Path draft = home.resolve(folder.getFileName() + ".new");
        Folders.delete(draft);
        Files.createDirectories(home);
        Files.createDirectory(
                draft,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        user.own(draft);
        Path passwordFile = Files.createTempFile("kedang", ".pw");
        try {
            Files.writeString(passwordFile, superuserPassword + "\n");
            Files.setPosixFilePermissions(
                    passwordFile, PosixFilePermissions.fromString("rw-------"));
            user.own(passwordFile);
            initdb(draft, passwordFile);
        } finally {
            Files.delete(passwordFile);
        }
        Files.writeString(
                draft.resolve("postgresql.conf"),
                "include 'kedang.conf'  # written anew at every start\n",
                StandardOpenOption.APPEND);
        Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
        Durable.syncFolder(home);
    }

    private void initdb(Path draft, Path passwordFile) throws IOException {
        var arguments =
                new ArrayList<>(
                        List.of(
                                "-D",
                                draft.toString(),
                                "--username=" + SUPERUSER,
                                "--pwfile=" + passwordFile,
                                "--auth=scram-sha-256",
                                "--encoding=UTF8",
                                "--locale=C.UTF-8",
                                "--locale-provider=icu",
                                "--icu-locale=zh-Hans-CN",
                                "--data-checksums"));
        if (!settings.durable()) {
            arguments.add("--no-sync");
        }
        var result = run("initdb", arguments);
        if (!result.succeeded()) {
            throw failed("初始化", "initialise", result.output());
        }
    }

    /**
     * Starts the server on a free port of the loopback address and returns the port once it
     * answers.
     */
    int start() throws IOException {
        Files.createDirectories(logs);
        user.own(logs);
        stopLeftOver();
        for (int attempt = 1; ; attempt++) {
            int port = freePort();
            Durable.write(folder.resolve("kedang.conf"), settings.text(port, logs));
            Files.deleteIfExists(startLog);
            var result =
                    run(
                            "pg_ctl",
                            List.of(
                                    "start",
                                    "-w",
                                    "-t",
                                    "600",
                                    "-D",
                                    folder.toString(),
                                    "-l",
                                    startLog.toString()));
            if (result.succeeded()) {
                return port;
            }
            String why = startLogText() + result.output();
            if (attempt == START_ATTEMPTS || !passes(why)) {
                throw failed("启动", "start", why);
            }
            pause();
        }
    }

    /**
     * The port was taken in between, or processes of a killed server have not noticed its death
     * yet.
     */
    private static boolean passes(String why) {
        return why.contains("could not bind") || why.contains("shared memory block");
    }

    private String startLogText() throws IOException {
        return Files.exists(startLog) ? Files.readString(startLog, StandardCharsets.UTF_8) : "";
    }

    /**
     * Stops the server that a killed Kedang left behind; drops a pid file whose process is gone or
     * not ours.
     */
    private void stopLeftOver() throws IOException {
        if (isRunning()) {
            log.warn("Stopping the PostgreSQL that a killed Kedang left running on {}", folder);
            stop();
        }
        Files.deleteIfExists(pidFile());
    }

    private Path pidFile() {
        return folder.resolve("postmaster.pid");
    }

    /**
     * A server's working folder is its cluster; a dead process that nobody has reaped yet has none.
     */
    private boolean isRunning() throws IOException {
        Path pidFile = pidFile();
        if (Files.notExists(pidFile)) {
            return false;
        }
        String pid = Files.readAllLines(pidFile).stream().findFirst().orElse("").strip();
        Path workingFolder = Path.of("/proc", pid.matches("\\d+") ? pid : "none", "cwd");
        return Files.exists(workingFolder) && Files.isSameFile(workingFolder, folder);
    }

    /** Ends open transactions, writes a checkpoint and returns when the server is gone. */
    void stop() throws IOException {
        if (isRunning() && !stop("fast", 60) && !stop("immediate", 30) && isRunning()) {
            throw failed("停止", "stop", startLogText());
        }
    }

    /** Ends the server at once; what it had committed is recovered by the next start. */
    void stopAtOnce() throws IOException {
        if (isRunning()) {
            stop("immediate", 30);
        }
    }

    private boolean stop(String mode, int seconds) throws IOException {
        return run(
                        "pg_ctl",
                        List.of(
                                "stop",
                                "-w",
                                "-t",
                                "" + seconds,
                                "-m",
                                mode,
                                "-D",
                                folder.toString()))
                .succeeded();
    }

    private record Result(boolean succeeded, String output) {}

    private Result run(String program, List<String> arguments) throws IOException {
        var command = new ArrayList<>(user.prefix());
        command.add(binaries.program(program).toString());
        command.addAll(arguments);
        Path output = Files.createTempFile("kedang", ".out");
        try {
            var builder = new ProcessBuilder(command).directory(binaries.folder().toFile());
            // server messages are matched above, so they must not be translated
            builder.environment().put("LC_ALL", "C.UTF-8");
            builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
            builder.redirectErrorStream(true).redirectOutput(output.toFile());
            builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
            int code = builder.start().waitFor();
            return new Result(code == 0, Files.readString(output));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while running " + program, e);
        } finally {
            Files.delete(output);
        }
    }

    private DatabaseUnavailable failed(String zh, String en, String output) {
        long free = folder.toFile().getUsableSpace() >> 20;
        if (free < LEAST_SPACE_MIB) {
            return new DatabaseUnavailable(
                    "内置 PostgreSQL 未能%s:%s 所在的磁盘已满(剩余 %d MiB)。请腾出至少 %d MiB 后重新启动,数据没有丢失。"
                            .formatted(zh, folder, free, LEAST_SPACE_MIB),
                    "The built-in PostgreSQL did not %s: the disk of %s is full (%d MiB left). Free at least %d MiB and start again; no data are lost."
                            .formatted(en, folder, free, LEAST_SPACE_MIB));
        }
        return new DatabaseUnavailable(
                "内置 PostgreSQL 未能%s(%s)。PostgreSQL 的说明:\n%s".formatted(zh, folder, output.strip()),
                "The built-in PostgreSQL on %s did not %s. It says:\n%s"
                        .formatted(folder, en, output.strip()));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(START_PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while PostgreSQL was starting", e);
        }
    }
}
