package org.kedang.document;

import static java.util.concurrent.TimeUnit.SECONDS;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What Tesseract on this machine says of itself. */
final class OcrEngine {

    private static final int LONGEST_ANSWER = 64 << 10;

    /** First line of its version, null when it is not installed. */
    @Nullable String version() {
        return ask("--version").lines().findFirst().orElse(null);
    }

    boolean speaksChinese() {
        return ask("--list-langs").lines().anyMatch("chi_sim"::equals);
    }

    private static String ask(String question) {
        try {
            Process process =
                    new ProcessBuilder("tesseract", question).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String answer =
                    new String(
                            process.getInputStream().readNBytes(LONGEST_ANSWER),
                            StandardCharsets.UTF_8);
            if (!process.waitFor(5, SECONDS)) {
                process.destroyForcibly();
            }
            return answer;
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
