package org.kedang.kernel;

import java.time.ZoneId;

/** Days, months and opening hours are those of people in China, wherever the server stands. */
public final class ChinaTime {
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private ChinaTime() {}
}
