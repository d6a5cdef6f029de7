package org.kedang.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The verifier as a process of its own, which knows nothing of the server. */
final class OutsideVerifier {
    private static final Path JAR = Path.of("..", "verifier", "target", "kedang-verifier.jar");

    /** What it said, and how it ended: 0 proven, 1 not, 2 could not try. */
    record Verdict(int code, String text) {}

    private OutsideVerifier() {}

    static Verdict verify(Path export, Path published, Path key, String... options)
            throws IOException {
        if (Files.notExists(JAR)) {
            throw new IllegalStateException(
                    "The verifier is not built: run Maven with -pl docworker,verifier,server");
        }
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-jar",
                                JAR.toString(),
                                export.toString(),
                                "--checkpoints",
                                published.toString(),
                                "--key",
                                key.toString(),
                                "--lang=en"));
        command.addAll(List.of(options));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (var out = process.getInputStream()) {
            String text = new String(out.readAllBytes(), StandardCharsets.UTF_8);
            return new Verdict(process.waitFor(), text);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static List<String> findings(String text) {
        int from = text.indexOf("■ Found wrong");
        int to = text.indexOf("■", from + 1);
        return from < 0
                ? List.of()
                : text.substring(from, to < 0 ? text.length() : to).lines().skip(1).toList();
    }
}
