package org.kedang.archive;

import java.time.ZoneId;

/** Days and years are those of the people who file. */
final class Days {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private Days() {}
}
