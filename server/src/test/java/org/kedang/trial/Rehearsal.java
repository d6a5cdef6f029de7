package org.kedang.trial;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/**
 * What the servers of the trials have in common: classes that the JVM has already read and checked,
 * and a data folder with the demo organisation. One server makes both for a build, and ends in
 * order; all processes of the tests use them.
 */
final class Rehearsal {
    private static final Path FOLDER = Path.of("target/rehearsal").toAbsolutePath();
    private static final Path ARCHIVE = FOLDER.resolve("classes.jsa");
    private static final Path DATA = FOLDER.resolve("data");
    private static final Path DONE = FOLDER.resolve("done");

    private static @Nullable Rehearsal held;

    private final String classPath;

    private Rehearsal(String classPath) {
        this.classPath = classPath;
    }

    static synchronized Rehearsal held() {
        Rehearsal already = held;
        if (already == null) {
            already = hold();
            held = already;
        }
        return already;
    }

    /** Options of the JVM that start a server quickly. */
    List<String> java() {
        return List.of("-XX:SharedArchiveFile=" + ARCHIVE, "-cp", classPath);
    }

    /** The demo organisation as it is after a first start. */
    void copyInto(Path data) {
        run("cp", "-a", DATA + "/.", data.toString());
    }

    private static Rehearsal hold() {
        Path lock = FOLDER.resolveSibling("rehearsal.lock");
        try (FileChannel channel =
                        FileChannel.open(
                                lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var alone = channel.lock()) {
            String build = build();
            if (!Files.exists(DONE) || !Files.readString(DONE).equals(build)) {
                run("rm", "-rf", FOLDER.toString());
                Files.createDirectories(DATA);
                make();
                Files.writeString(DONE, build, UTF_8);
            }
            return new Rehearsal(classPath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void make() throws IOException {
        for (Path classes : folders()) {
            jar(classes);
        }
        List<String> java = List.of("-XX:ArchiveClassesAtExit=" + ARCHIVE, "-cp", classPath());
        try (ServerProcess server = ServerProcess.rehearsing(DATA, java)) {
            server.awaitIndexed();
        }
        Files.delete(DATA.resolve("server.log"));
    }

    private static void jar(Path classes) {
        int code =
                ToolProvider.findFirst("jar")
                        .orElseThrow()
                        .run(
                                System.out,
                                System.err,
                                "--create",
                                "--no-compress",
                                "--file",
                                jarOf(classes).toString(),
                                "-C",
                                classes.toString(),
                                ".");
        if (code != 0) {
            throw new IllegalStateException("jar ended with " + code);
        }
    }

    /** An archive of classes knows jars only. */
    private static String classPath() {
        List<String> entries = new ArrayList<>();
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !isOfTests(Path.of(entry)))
                .map(Path::of)
                .map(entry -> Files.isDirectory(entry) ? jarOf(entry) : entry)
                .forEach(entry -> entries.add(entry.toString()));
        return String.join(File.pathSeparator, entries);
    }

    private static List<Path> folders() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(Files::isDirectory)
                .filter(folder -> !isOfTests(folder))
                .toList();
    }

    private static boolean isOfTests(Path entry) {
        return entry.endsWith("test-classes");
    }

    /** Named after the module: {@code docworker/target/classes} is {@code docworker.jar}. */
    private static Path jarOf(Path classes) {
        return FOLDER.resolve(classes.getName(classes.getNameCount() - 3) + ".jar");
    }

    /** Differs after every compilation. */
    private static String build() throws IOException {
        long newest = 0;
        for (Path folder : folders()) {
            try (Stream<Path> files = Files.walk(folder)) {
                newest =
                        Math.max(
                                newest,
                                files.mapToLong(file -> file.toFile().lastModified())
                                        .max()
                                        .orElse(0));
            }
        }
        return classPath() + "\n" + newest;
    }

    private static void run(String... command) {
        try {
            int code = new ProcessBuilder(command).inheritIO().start().waitFor();
            if (code != 0) {
                throw new IllegalStateException(String.join(" ", command) + " ended with " + code);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
