package org.kedang.verifier;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Compares when events say that they happened with when checkpoints say that they were sealed. The
 * one cannot be far before the other: an event's transaction ends, and the log is sealed, within
 * seconds.
 */
final class Dates {
    static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

    /** Clocks of several servers differ by less. */
    static final Duration CLOCKS_DIFFER = Duration.ofSeconds(2);

    private static final DateTimeFormatter AS_IN_LINES =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private final Duration tolerance;
    private final Report report;
    private byte[] earliest = bytes(Instant.EPOCH);
    private byte[] latest = bytes(NEVER);
    private Instant sealedBefore = Instant.EPOCH;
    private Instant sealedAfter = NEVER;

    Dates(Duration tolerance, Report report) {
        this.tolerance = tolerance;
        this.report = report;
    }

    /** Events from here on were not yet there at one checkpoint, and were at another. */
    void between(Instant notYet, Instant already) {
        if (!notYet.equals(sealedBefore)) {
            sealedBefore = notYet;
            earliest = bytes(notYet.isAfter(Instant.EPOCH) ? notYet.minus(tolerance) : notYet);
        }
        if (!already.equals(sealedAfter)) {
            sealedAfter = already;
            latest = bytes(already.isBefore(NEVER) ? already.plus(tolerance) : already);
        }
    }

    void check(EventRow row) {
        if (row.isBefore(earliest)) {
            report.wrong(
                    "第 %s 条日志事后补写：它自称的时间早于 %s 的检查点 %d 分钟以上，而那个检查点中没有它（%s）。",
                    "Event %s was added later with an old date: it claims a time more than %3$d"
                            + " minutes before the checkpoint of %2$s, which does not contain it"
                            + " (%4$s).",
                    place(row),
                    sealedBefore,
                    tolerance.toMinutes(),
                    row.words());
        } else if (row.isAfter(latest)) {
            report.wrong(
                    "第 %s 条日志的时间晚于封存它的检查点（%s）：时间不可信（%s）。",
                    "Event %s is dated after the checkpoint that seals it (%s): its time cannot be"
                            + " trusted (%s).",
                    place(row),
                    sealedAfter,
                    row.words());
        }
    }

    private static String place(EventRow row) {
        return row.index() == EventRow.NO_INDEX ? "—" : String.valueOf(row.index());
    }

    private static byte[] bytes(Instant instant) {
        return AS_IN_LINES.format(instant).getBytes(StandardCharsets.US_ASCII);
    }
}
