package org.kedang.privacy;

import java.util.UUID;

/** The words of letters of one kind, with placeholders. */
public record LetterTemplate(
        UUID id, long version, LetterKind kind, String title, String body, boolean retired) {}
