package org.kedang.notice;

import org.jspecify.annotations.Nullable;
import org.kedang.notice.Message.Wording;

import java.time.Instant;
import java.util.UUID;

/** What somebody was told in the page. */
public record Notice(
        UUID id,
        String kind,
        Wording title,
        Wording text,
        String link,
        Instant madeAt,
        @Nullable Instant readAt) {}
