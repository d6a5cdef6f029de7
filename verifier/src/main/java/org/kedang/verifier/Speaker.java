package org.kedang.verifier;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Says things in Chinese, English or both, in a form that a terminal cannot be tricked with. */
final class Speaker {
    /** Which languages are spoken. */
    enum Language {
        BOTH,
        ZH,
        EN
    }

    private final PrintStream out;
    private final Language language;

    Speaker(PrintStream out, Language language) {
        this.out = out;
        this.language = language;
    }

    /** Speaks to standard output or error, in the terminal's encoding, or UTF-8 into a file. */
    static Speaker to(FileDescriptor descriptor, Language language) {
        Console console = System.console();
        Charset charset = console == null ? StandardCharsets.UTF_8 : console.charset();
        return new Speaker(
                new PrintStream(new FileOutputStream(descriptor), true, charset), language);
    }

    void say(Words words) {
        if (language != Language.EN) {
            out.println(harmless(words.zh()));
        }
        if (language != Language.ZH) {
            out.println(harmless(words.en()));
        }
    }

    private static String harmless(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Cf}&&[^\\n]]", "�");
    }
}
