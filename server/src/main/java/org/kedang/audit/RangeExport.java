package org.kedang.audit;

import org.kedang.kernel.SqlPredicate;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/** The log from one leaf to another, whole, with what proves it. */
record RangeExport(LogPages pages, NoteKeys keys, Predicate<LoggedEvent> shown) {
    private static final int AT_ONCE = 2000;

    /**
     * @param tree how many leaves the log has
     * @param left complete subtrees before {@code start}
     * @param unsealed which events without a leaf belong to it; none if it ends before the log does
     */
    record Span(
            long start,
            long end,
            long tree,
            List<byte[]> left,
            SqlPredicate unsealed,
            Instant made,
            String by) {}

    /** Writes without a transaction and in memory of one page, however long it is. */
    void write(Span span, OutputStream out) throws IOException {
        ExportZip zip = new ExportZip(out, shown);
        // not closed after a failure: half an export must not look like a whole one
        header(span, zip);
        zip.readMe();
        zip.begin("events.tsv");
        for (long from = span.start(); from < span.end(); from += AT_ONCE) {
            for (LogPages.Leaf leaf : pages.leaves(from, Math.min(from + AT_ONCE, span.end()))) {
                zip.row(String.valueOf(leaf.index()), ExportZip.base64(leaf.hash()), leaf);
            }
        }
        if (span.end() == span.tree()) {
            zip.unsealed(pages, span.unsealed(), span.tree());
        }
        checkpoints(span, zip);
        blocks(span, zip);
        zip.stamps(pages, Math.max(1, span.start()), span.end());
        zip.keys(keys);
        zip.close();
    }

    private void header(Span span, ExportZip zip) throws IOException {
        zip.begin("header.txt");
        zip.line("format kedang-audit-export/1");
        zip.line("origin " + keys.origin());
        zip.line("kind range");
        zip.line("start " + span.start());
        zip.line("end " + span.end());
        for (byte[] hash : span.left()) {
            zip.line("left " + ExportZip.base64(hash));
        }
        zip.line("tree " + span.tree());
        zip.line("made " + span.made());
        zip.line("by " + span.by());
    }

    private void checkpoints(Span span, ExportZip zip) throws IOException {
        zip.begin("checkpoints.txt");
        List<LogPages.Note> notes;
        long from = span.start();
        do {
            notes = pages.notes(from, span.end(), AT_ONCE);
            for (LogPages.Note note : notes) {
                zip.line(note.text());
                from = note.size() + 1;
            }
        } while (notes.size() == AT_ONCE);
    }

    private void blocks(Span span, ExportZip zip) throws IOException {
        zip.begin("blocks.tsv");
        long end = span.end() >> StoredNodes.HEIGHT;
        for (long from = span.start() >> StoredNodes.HEIGHT; from < end; from += AT_ONCE) {
            for (LogPages.Block block : pages.blocks(from, Math.min(from + AT_ONCE, end))) {
                zip.line(block.index() + "\t" + ExportZip.base64(block.hash()));
            }
        }
    }
}
