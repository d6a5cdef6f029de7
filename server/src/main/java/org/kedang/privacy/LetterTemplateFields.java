package org.kedang.privacy;

import jakarta.validation.constraints.NotNull;

import org.kedang.kernel.PlainText;

/** What people write about a template. */
public record LetterTemplateFields(
        @NotNull(message = "required") LetterKind kind,
        @PlainText(max = 100, required = true) String title,
        @PlainText(max = 5000, required = true, multiline = true) String body,
        boolean retired) {}
