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
import java.util.regex.Pattern;

/** The OCR engine as a process of its own with limits on time and memory. */
final class Tesseract {

    private static final int MOST_OUTPUT = 4 << 20;
    private static final String MEMORY_BYTES = Long.toString(2L << 30);
    private static final Pattern BLANKS_BETWEEN_CHINESE =
            Pattern.compile("(?<=[\\p{IsHan}，。、；：？！（）《》“”])[ \\t]+(?=[\\p{IsHan}，。、；：？！（）《》“”])");

    private final boolean wanted;
    private @Nullable Boolean available;

    private Tesseract(boolean wanted) {
        this.wanted = wanted;
    }

    /** The engine on this machine, if it is there. */
    static Tesseract installed() {
        return new Tesseract(true);
    }

    /** An engine that is never available. */
    static Tesseract off() {
        return new Tesseract(false);
    }

    /** Whether the engine and its data for simplified Chinese are here. */
    boolean available() {
        Boolean known = available;
        if (known == null) {
            known = wanted && speaksChinese();
            available = known;
        }
        return known;
    }

    private static boolean speaksChinese() {
        try {
            return run(List.of("tesseract", "--list-langs"), Duration.ofSeconds(10))
                    .lines()
                    .anyMatch("chi_sim"::equals);
        } catch (IOException e) {
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
        command.addAll(List.of("tesseract", image.toString(), "stdout", "-l", "chi_sim"));
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
