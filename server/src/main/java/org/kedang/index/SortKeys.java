package org.kedang.index;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;

import java.time.Instant;
import java.util.HexFormat;

/** Values as texts that sort as the values do. */
public final class SortKeys {
    private static final Collator CHINESE =
            Collator.getInstance(new ULocale("zh-Hans-CN")).freeze();

    private static final int LONGEST = 120;

    private SortKeys() {}

    /** As the database sorts it: Chinese by pinyin. */
    public static String of(String text) {
        String start = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        return HexFormat.of().formatHex(CHINESE.getCollationKey(start).toByteArray());
    }

    /** Whole microseconds, as the database keeps them. */
    public static String of(Instant instant) {
        return "%019d".formatted(micros(instant));
    }

    static long micros(Instant instant) {
        return instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1_000;
    }
}
