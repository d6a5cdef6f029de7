package org.kedang.form;

import io.swagger.v3.oas.annotations.media.Schema;

import org.kedang.kernel.Language;
import org.kedang.kernel.PlainText;

/** How people call something, in both languages. */
@Schema(name = "FormLabel")
public record Label(
        @PlainText(max = 60, required = true) String zh,
        @PlainText(max = 120, required = true) String en) {
    public static Label of(String zh, String en) {
        return new Label(zh, en);
    }

    public String in(Language language) {
        return language.of(zh, en);
    }
}
