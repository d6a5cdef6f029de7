package org.kedang.document;

import org.jspecify.annotations.Nullable;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How a worker process is started: the server's own JDK, a small heap, a scrubbed environment, low
 * priority.
 */
final class WorkerCommand {

    private static final Path NICE = Path.of("/usr/bin/nice");
    private static final Path PRLIMIT = Path.of("/usr/bin/prlimit");

    private final DocumentSettings settings;
    private final @Nullable Path jar;

    WorkerCommand(DocumentSettings settings) {
        this.settings = settings;
        Path given = settings.workerJar();
        this.jar = given == null ? jarNearby() : Files.isRegularFile(given) ? given : null;
    }

    boolean jarFound() {
        return jar != null;
    }

    /**
     * @param folder the worker's own, also its working directory
     * @param shared where workers keep what may be known to all of them
     */
    Process start(Path folder, Path shared) throws IOException {
        if (jar == null) {
            throw new IOException(
                    "docworker.jar is not there; build it or set kedang.document.worker-jar");
        }
        ProcessBuilder builder =
                new ProcessBuilder(command(jar.toAbsolutePath(), folder, shared))
                        .directory(folder.toFile());
        scrub(builder.environment(), folder);
        return builder.start();
    }

    private List<String> command(Path worker, Path folder, Path shared) {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(NICE)) {
            command.addAll(List.of(NICE.toString(), "-n", "10"));
        }
        if (Files.isExecutable(PRLIMIT)) {
            command.addAll(List.of(PRLIMIT.toString(), "--core=0"));
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx" + settings.heap().toBytes());
        command.addAll(
                List.of(
                        "-XX:+ExitOnOutOfMemoryError",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:-UsePerfData",
                        "-XX:ErrorFile=/dev/null",
                        "-Djava.io.tmpdir=" + folder,
                        "-Dpdfbox.fontcache=" + shared,
                        "-jar",
                        worker.toString(),
                        folder.toString()));
        return command;
    }

    private static void scrub(Map<String, String> environment, Path folder) {
        String tessdata = environment.get("TESSDATA_PREFIX");
        environment.clear();
        environment.put("PATH", "/usr/local/bin:/usr/bin:/bin");
        environment.put("LANG", "C.UTF-8");
        environment.put("HOME", folder.toString());
        environment.put("TMPDIR", folder.toString());
        if (tessdata != null) {
            environment.put("TESSDATA_PREFIX", tessdata);
        }
    }

    private static @Nullable Path jarNearby() {
        Path here = home();
        return Stream.of(
                        here.resolve("docworker.jar"),
                        here.resolve("docworker/docworker.jar"),
                        here.resolve("../../docworker/target/docworker.jar"),
                        Path.of("docworker/target/docworker.jar"),
                        Path.of("../docworker/target/docworker.jar"))
                .map(path -> path.toAbsolutePath().normalize())
                .filter(Files::isRegularFile)
                .findFirst()
                .orElse(null);
    }

    /** Folder of the server's jar; of its classes in a source tree. */
    private static Path home() {
        try {
            String classPath = System.getProperty("java.class.path", "");
            Path first = Path.of(classPath.split(File.pathSeparator, 2)[0]).toAbsolutePath();
            if (Files.isRegularFile(first)) {
                return first.resolveSibling("");
            }
            var source = WorkerCommand.class.getProtectionDomain().getCodeSource();
            return source != null && source.getLocation().getProtocol().equals("file")
                    ? Path.of(source.getLocation().toURI()).resolveSibling("")
                    : Path.of("");
        } catch (URISyntaxException e) {
            return Path.of("");
        }
    }
}
