package org.kedang.verifier;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/**
 * The time-stamps of an export: each says that a checkpoint existed at a time, by the word of an
 * authority that the user trusts.
 */
final class TimeStamps {
    private static final int LONGEST_LINE = 1 << 20;
    private static final int MOST = 200_000;

    /** A server's clock may be so much ahead of the authority's. */
    private static final Duration EARLY = Duration.ofMinutes(2);

    private final Export export;
    private final Report report;
    private long good;
    private Instant first = Instant.MAX;
    private Instant last = Instant.MIN;
    private Duration longest = Duration.ZERO;

    TimeStamps(Export export, Report report) {
        this.export = export;
        this.report = report;
    }

    /** What is done with each. */
    @FunctionalInterface
    private interface Taking {
        void take(byte[] note, String authority, byte[] token) throws IOException;
    }

    /** The stamped checkpoints, one after the other: their roots are compared like any other's. */
    byte[] notes() throws IOException {
        ByteArrayOutputStream notes = new ByteArrayOutputStream();
        each(
                (note, authority, token) -> {
                    notes.writeBytes(note);
                    notes.write('\n');
                });
        return notes.toByteArray();
    }

    /**
     * @param authorities none if the user named none
     */
    void check(Authorities authorities) throws IOException {
        long[] all = {0};
        each(
                (note, authority, token) -> {
                    all[0]++;
                    if (!authorities.isEmpty()) {
                        check(note, authority, token, authorities);
                    }
                });
        if (all[0] > 0 && authorities.isEmpty()) {
            report.open(
                    "导出带有 %d 个时间戳，没有核对：请用 --tsa 给出您信任的时间戳机构的证书。",
                    "%d time-stamps came with the export and were not checked: name the certificate"
                            + " of an authority that you trust with --tsa.",
                    all[0]);
        }
        if (good > 0) {
            report.holds(
                    "%d 个检查点有可信的时间戳（%s 至 %s）：它们最迟那时已经存在；签名到盖戳最长 %d 秒。",
                    "%d checkpoints bear a trusted time-stamp (%s to %s): they existed then at the"
                            + " latest; %d seconds at most between signature and stamp.",
                    good,
                    first,
                    last,
                    longest.toSeconds());
        }
    }

    private void check(byte[] note, String authority, byte[] bytes, Authorities authorities)
            throws IOException {
        Checkpoint checkpoint = checkpoint(note);
        if (checkpoint == null) {
            return;
        }
        TimeStampToken.@Nullable Fault fault;
        Instant at = Instant.EPOCH;
        try {
            TimeStampToken token = TimeStampToken.parse(bytes);
            at = token.at();
            fault = token.check(note, authorities);
        } catch (Der.Malformed e) {
            fault = TimeStampToken.Fault.UNREADABLE;
        }
        if (fault != null) {
            report.wrong(
                    "%s的时间戳（%s）%s。",
                    "The TIME-STAMP of the %s by %s %s.",
                    checkpoint.words(),
                    authority,
                    fault.words);
        } else if (at.isBefore(checkpoint.at().minus(EARLY))) {
            report.wrong(
                    "%s自称签于时间戳（%s）之后：服务器的时钟不对。",
                    "The %s claims to be later than its TIME-STAMP (%s): the server's clock is"
                            + " wrong.",
                    checkpoint.words(),
                    at);
        } else {
            note(checkpoint, at);
        }
    }

    private void note(Checkpoint checkpoint, Instant at) {
        good++;
        first = at.isBefore(first) ? at : first;
        last = at.isAfter(last) ? at : last;
        Duration between = Duration.between(checkpoint.at(), at);
        longest = between.compareTo(longest) > 0 ? between : longest;
    }

    private static @Nullable Checkpoint checkpoint(byte[] note) throws IOException {
        return new Notes(new ByteArrayInputStream(note), Export.TIME_STAMPS, false).next();
    }

    private void each(Taking taking) throws IOException {
        try (InputStream in = export.fileIfAny(Export.TIME_STAMPS)) {
            Lines lines = new Lines(in, Export.TIME_STAMPS, LONGEST_LINE);
            while (lines.next()) {
                String[] parts = lines.text().split("\t", -1);
                if (parts.length != 3 || lines.number() > MOST) {
                    throw unreadable(lines.number());
                }
                taking.take(
                        base64(parts[0], lines.number()),
                        parts[1],
                        base64(parts[2], lines.number()));
            }
        }
    }

    private static byte[] base64(String text, long line) throws Unusable {
        try {
            return Base64.getDecoder().decode(text.getBytes(StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw unreadable(line);
        }
    }

    private static Unusable unreadable(long line) {
        return new Unusable(
                "%s 第 %d 行读不懂（应为：检查点、机构、时间戳）。",
                "%s, line %d cannot be read (expected: checkpoint, authority, time-stamp).",
                Export.TIME_STAMPS,
                line);
    }
}
