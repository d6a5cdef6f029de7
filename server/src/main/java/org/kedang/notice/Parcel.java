package org.kedang.notice;

import org.jspecify.annotations.Nullable;
import org.kedang.notice.Message.Wording;

import java.util.UUID;

/** One delivery on its way out. */
record Parcel(
        UUID id,
        String channel,
        @Nullable UUID person,
        Wording title,
        Wording text,
        String link,
        int attempts) {}
