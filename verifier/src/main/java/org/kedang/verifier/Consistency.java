package org.kedang.verifier;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Proves that a later checkpoint only continues an earlier one, without any event. */
final class Consistency {
    private static final int LONGEST_LINE = 1 << 12;
    private static final int MOST_HASHES = 128;

    private final Keys keys;
    private final Report report;

    Consistency(Keys keys, Report report) {
        this.keys = keys;
        this.report = report;
    }

    /**
     * @param proof a file with one base64 hash in each line (RFC 9162, section 2.1.4)
     */
    void run(String older, String newer, String proof) throws IOException {
        Checkpoint first = checkpoint(older);
        Checkpoint second = checkpoint(newer);
        if (!first.origin().equals(second.origin())) {
            report.wrong(
                    "两个检查点来源不同：%s，%s。",
                    "The checkpoints have different origins: %s, %s.",
                    first.origin(),
                    second.origin());
        }
        boolean holds =
                new Proofs(new Hashes())
                        .consistent(
                                first.size(),
                                first.root(),
                                second.size(),
                                second.root(),
                                hashes(proof));
        if (holds) {
            report.proven(
                    "%s完整地延续了%s。",
                    "The %s continues the %s unaltered.", second.words(), first.words());
        } else {
            report.wrong(
                    "证明不成立：%s没有延续%s。",
                    "The proof FAILS: the %s does not continue the %s.",
                    second.words(),
                    first.words());
        }
    }

    /** The last checkpoint of a file. */
    private Checkpoint checkpoint(String file) throws IOException {
        @Nullable Checkpoint last = null;
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            Notes notes = new Notes(in, file, true);
            for (Checkpoint one = notes.next(); one != null; one = notes.next()) {
                last = one;
            }
        }
        if (last == null) {
            throw new Unusable("%s 中没有检查点。", "There is no checkpoint in %s.", file);
        }
        if (keys.judge(last) != Keys.Verdict.GENUINE) {
            report.wrong("%s不是用给定的公钥签的。", "NOT SIGNED BY A GIVEN KEY: the %s.", last.words());
        }
        return last;
    }

    private static List<byte[]> hashes(String file) throws IOException {
        List<byte[]> hashes = new ArrayList<>();
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            Lines lines = new Lines(in, file, LONGEST_LINE);
            while (lines.next()) {
                if (!lines.text().isBlank()) {
                    hashes.add(Base64.getDecoder().decode(lines.text().strip()));
                }
                if (hashes.size() > MOST_HASHES) {
                    throw unreadable(file);
                }
            }
        } catch (IllegalArgumentException e) {
            throw unreadable(file);
        }
        return hashes;
    }

    private static Unusable unreadable(String file) {
        return new Unusable(
                "%s 不是延续性证明（应为每行一个 base64 哈希）。",
                "%s is not a proof of consistency (one base64 hash in each line).", file);
    }
}
