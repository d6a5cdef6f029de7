package org.kedang.audit;

import org.kedang.kernel.SqlPredicate;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/** Some events, each with the path that leads from it to the root of the newest checkpoint. */
record SelectionExport(LogPages pages, NoteKeys keys, Predicate<LoggedEvent> shown) {
    /** Paths of so many leaves share the rows that were read for them. */
    private static final int AT_ONCE = 500;

    /**
     * @param indexes of their leaves, in order
     * @param where what was asked, for events without a leaf
     */
    record Selection(List<Long> indexes, long tree, SqlPredicate where, Instant made, String by) {}

    void write(Selection selection, OutputStream out) throws IOException {
        ExportZip zip = new ExportZip(out, shown);
        // not closed after a failure: half an export must not look like a whole one
        zip.begin("header.txt");
        zip.line("format kedang-audit-export/1");
        zip.line("origin " + keys.origin());
        zip.line("kind selection");
        zip.line("tree " + selection.tree());
        zip.line("made " + selection.made());
        zip.line("by " + selection.by());
        zip.readMe();
        zip.begin("events.tsv");
        List<Long> all = selection.indexes();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            write(all.subList(from, Math.min(from + AT_ONCE, all.size())), selection.tree(), zip);
        }
        zip.unsealed(pages, selection.where(), selection.tree());
        zip.begin("checkpoints.txt");
        for (LogPages.Note note : pages.notes(selection.tree(), selection.tree(), 1)) {
            zip.line(note.text());
        }
        zip.stamps(pages, selection.tree(), selection.tree());
        zip.keys(keys);
        zip.close();
    }

    private void write(List<Long> indexes, long size, ExportZip zip) throws IOException {
        Tree tree = pages.tree(size);
        for (LogPages.Leaf leaf : pages.leaves(indexes)) {
            zip.row(String.valueOf(leaf.index()), path(tree, leaf.index()), leaf);
        }
    }

    /** Without a whole tree there is no path, and the verifier will say so of this event. */
    private static String path(Tree tree, long index) {
        try {
            return ExportZip.base64(tree.inclusion(index));
        } catch (TreeDamaged e) {
            return "";
        }
    }
}
