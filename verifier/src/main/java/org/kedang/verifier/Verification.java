package org.kedang.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Proves or disproves one export. */
final class Verification {
    private static final int LONGEST_ROW = 4 << 20;

    private final Keys keys;
    private final Authorities authorities;
    private final Duration late;
    private final Report report;

    Verification(Keys keys, Authorities authorities, Duration late, Report report) {
        this.keys = keys;
        this.authorities = authorities;
        this.late = late;
        this.report = report;
    }

    void run(String file, List<String> publishedFiles) throws IOException {
        try (Export export = Export.open(file)) {
            Header header = Header.read(export);
            if (!keys.signFor(header.origin())) {
                report.wrong(
                        "导出来自 %s，不是给定公钥的主人（%s）。",
                        "The export is of %s, which is not the owner of the given key (%s).",
                        header.origin(),
                        keys.names());
            }
            TimeStamps stamps = new TimeStamps(export, report);
            List<Checkpoints.Judged> judged = judged(export, publishedFiles, stamps.notes());
            if (header.selection()) {
                selection(export, header, judged);
            } else {
                range(export, header, judged);
            }
            stamps.check(authorities);
        }
    }

    private List<Checkpoints.Judged> judged(
            Export export, List<String> publishedFiles, byte[] stamped) throws IOException {
        Judging judging = new Judging(keys, report);
        List<Checkpoints.Judged> judged = new ArrayList<>();
        long genuine = 0;
        for (String one : publishedFiles) {
            Path path = Path.of(one);
            judged.add(
                    judging.judge(
                            new Checkpoints.Source(one, true, () -> Files.newInputStream(path))));
            genuine += judged.get(judged.size() - 1).genuine();
        }
        if (genuine == 0) {
            report.open(
                    "给定的文件中没有一个用给定公钥签的检查点。",
                    "The given files hold no checkpoint signed by a given key.");
        }
        judged.add(judging.judge(export.ownCheckpoints()));
        judged.add(judging.judge(export.stampedCheckpoints(stamped)));
        return judged;
    }

    private void range(Export export, Header header, List<Checkpoints.Judged> judged)
            throws IOException {
        Dates dates = new Dates(late, report);
        try (Checkpoints checkpoints = new Checkpoints(judged);
                InputStream events = export.file(Export.EVENTS);
                InputStream blocks = export.fileIfAny(Export.BLOCKS);
                InputStream unsealed = export.fileIfAny(Export.UNSEALED)) {
            new RangeProof(
                            header,
                            new Blocks(blocks),
                            checkpoints,
                            new Order(report),
                            dates,
                            report)
                    .run(new EventRow(new Lines(events, Export.EVENTS, LONGEST_ROW)));
            Unsealed.check(
                    new EventRow(new Lines(unsealed, Export.UNSEALED, LONGEST_ROW)), dates, report);
        }
    }

    private void selection(Export export, Header header, List<Checkpoints.Judged> judged)
            throws IOException {
        Dates dates = new Dates(late, report);
        SelectionProof proof = new SelectionProof(header, report);
        try (Checkpoints all = new Checkpoints(judged)) {
            proof.findRoot(all, new Order(report));
        }
        try (Checkpoints again = new Checkpoints(judged);
                InputStream events = export.file(Export.EVENTS);
                InputStream unsealed = export.fileIfAny(Export.UNSEALED)) {
            proof.run(new EventRow(new Lines(events, Export.EVENTS, LONGEST_ROW)), again, dates);
            Unsealed.check(
                    new EventRow(new Lines(unsealed, Export.UNSEALED, LONGEST_ROW)), dates, report);
        }
    }
}
