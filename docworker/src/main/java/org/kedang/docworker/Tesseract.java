package org.kedang.docworker;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** The OCR engine as a process of its own with limits on time and memory. */
final class Tesseract {

    private static final int MOST_OUTPUT = 4 << 20;
    private static final String MEMORY_BYTES = Long.toString(2L << 30);
    private static final Pattern BLANKS_BETWEEN_CHINESE =
            Pattern.compile("(?<=[\\p{IsHan}，。、；：？！（）《》“”])[ \\t]+(?=[\\p{IsHan}，。、；：？！（）《》“”])");

    private final @Nullable String program;
    private boolean available;

    private Tesseract(@Nullable String program) {
        this.program = program;
    }

    /** The engine on this machine, if it is there. */
    static Tesseract installed() {
        return at("tesseract");
    }

    /** The engine of this name, found as a shell finds it. */
    static Tesseract at(String program) {
        return new Tesseract(program);
    }

    /** An engine that is never available. */
    static Tesseract off() {
        return new Tesseract(null);
    }

    /**
     * Whether the engine and its data for simplified Chinese are here. Only a yes is remembered: an
     * engine that was too slow to answer, or is installed meanwhile, is asked again.
     *
     * @throws LimitReached when the document's time runs out before the engine answers
     */
    boolean available(Budget budget) {
        if (!available && program != null) {
            available = speaksChinese(program, budget);
        }
        return available;
    }

    private static boolean speaksChinese(String program, Budget budget) {
        try {
            return run(List.of(program, "--list-langs"), budget.timeLeft())
                    .lines()
                    .anyMatch("chi_sim"::equals);
        } catch (IOException e) {
            budget.checkTime();
            return false;
        }
    }

    /**
     * Text of one image, without the blanks that the engine puts between Chinese characters.
     *
     * @throws IOException when the engine cannot read the image
     * @throws LimitReached when the document's time runs out
     */
    String recognise(Path image, Budget budget) throws IOException {
        budget.checkTime();
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(Path.of("/usr/bin/prlimit"))) {
            long seconds = budget.timeLeft().toSeconds() + 1;
            command.addAll(List.of("/usr/bin/prlimit", "--as=" + MEMORY_BYTES, "--cpu=" + seconds));
        }
        command.addAll(
                List.of(
                        Objects.requireNonNull(program),
                        image.toString(),
                        "stdout",
                        "-l",
                        "chi_sim"));
        try {
            String text = run(command, budget.timeLeft());
            return BLANKS_BETWEEN_CHINESE.matcher(text).replaceAll("");
        } catch (IOException e) {
            budget.checkTime();
            throw e;
        }
    }

    private static String run(List<String> command, Duration limit) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(Map.of("OMP_THREAD_LIMIT", "1", "LC_ALL", "C"));
        Process process = builder.start();
        process.getOutputStream().close();
        Thread guard = Thread.startVirtualThread(() -> killAfter(process, limit));
        try (InputStream out = process.getInputStream()) {
            byte[] text = out.readNBytes(MOST_OUTPUT);
            if (text.length == MOST_OUTPUT) {
                process.destroyForcibly();
            }
            int exit = process.onExit().join().exitValue();
            if (exit != 0) {
                throw new IOException("tesseract ended with " + exit);
            }
            return new String(text, StandardCharsets.UTF_8);
        } finally {
            guard.interrupt();
            process.destroyForcibly();
        }
    }

    private static void killAfter(Process process, Duration limit) {
        try {
            if (!process.waitFor(limit.toMillis(), MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
