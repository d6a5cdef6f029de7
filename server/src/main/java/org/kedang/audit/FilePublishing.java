package org.kedang.audit;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Writes checkpoints to their files and remembers in the database what it wrote where, so that a
 * file that was emptied, shortened or taken away is noticed and can be written again. A file that
 * was changed within, its length kept, is for the verifier to find.
 */
@Component
class FilePublishing {
    private static final int AT_ONCE = 1000;

    /**
     * A file that ends before it should.
     *
     * @param expected bytes that were written
     * @param actual bytes that are there
     */
    record Gap(String file, long expected, long actual) {}

    private record Written(String file, long endsAt) {}

    private record Kept(long size, String note) {}

    private final JdbcTemplate rows;
    private final JdbcClient jdbc;
    private final KeyNotes keyNotes;
    private final CheckpointFile file;
    private final Clock clock;

    FilePublishing(JdbcTemplate rows, CheckpointFile file, Clock clock) {
        this.rows = rows;
        this.jdbc = JdbcClient.create(rows);
        this.keyNotes = new KeyNotes(jdbc);
        this.file = file;
        this.clock = clock;
    }

    /** Appends to the file of the note's month; a gap that is there stays noticeable. */
    void append(SignedNote note) {
        String name = CheckpointFile.name(note.checkpoint().at());
        if (gaps().stream().anyMatch(gap -> gap.file().equals(name))) {
            file.append(name, List.of(note));
        } else {
            append(name, List.of(note));
        }
    }

    private void append(String name, List<SignedNote> notes) {
        List<Long> ends = file.append(name, notes);
        List<Object[]> written = new ArrayList<>();
        for (int i = 0; i < notes.size(); i++) {
            long size = notes.get(i).checkpoint().size();
            written.add(
                    new Object[] {
                        name, ends.get(i), size, clock.instant().atOffset(ZoneOffset.UTC)
                    });
        }
        rows.batchUpdate(
                "insert into audit_file_note (file, ends_at, size, at) values (?, ?, ?, ?)",
                written);
    }

    /** Files that do not hold what was written to them, oldest first. */
    List<Gap> gaps() {
        return listWritten().stream()
                .map(last -> new Gap(last.file(), last.endsAt(), file.length(last.file())))
                .filter(gap -> gap.actual() < gap.expected())
                .toList();
    }

    /** The last end in each file; one step of the index a file, however long they are. */
    private List<Written> listWritten() {
        return jdbc.sql(
                        """
                        with recursive newest as (
                            (select file, ends_at from audit_file_note order by file, id desc limit 1)
                            union all
                            select next.file, next.ends_at from newest,
                                lateral (select file, ends_at from audit_file_note later
                                    where later.file > newest.file order by file, id desc limit 1) next
                        )
                        select file, ends_at from newest
                        """)
                .query(Written.class)
                .list();
    }

    /**
     * Writes the missing checkpoints again, as far as the database still has them, after what is
     * there.
     *
     * @param present the database's own newest, written where it has none of the missing ones
     * @return how many were written
     */
    int republish(Supplier<SignedNote> present) {
        int written = 0;
        for (Gap gap : gaps()) {
            int found = refill(gap) + refillKeyNotes(gap);
            if (found == 0) {
                append(gap.file(), List.of(present.get()));
            }
            written += Math.max(1, found);
        }
        return written;
    }

    private int refill(Gap gap) {
        Set<Long> there = file.sizes(gap.file());
        int written = 0;
        List<Kept> some = listWritten(gap.file(), -1);
        while (!some.isEmpty()) {
            List<SignedNote> lost =
                    some.stream()
                            .filter(one -> !there.contains(one.size()))
                            .map(one -> SignedNote.parse(one.note()))
                            .toList();
            if (!lost.isEmpty()) {
                append(gap.file(), lost);
            }
            written += lost.size();
            some = listWritten(gap.file(), some.getLast().size());
        }
        return written;
    }

    private int refillKeyNotes(Gap gap) {
        List<SignedNote> lost =
                keyNotes.list(gap.file()).stream()
                        .filter(note -> !file.has(gap.file(), note))
                        .toList();
        if (!lost.isEmpty()) {
            append(gap.file(), lost);
        }
        return lost.size();
    }

    /** What was ever written to the file and is still in the database, by size. */
    private List<Kept> listWritten(String name, long after) {
        return jdbc.sql(
                        """
                        select c.size, c.note from audit_checkpoint c
                        where c.size > :after and c.size in
                            (select w.size from audit_file_note w where w.file = :file)
                        order by c.size limit :most
                        """)
                .param("file", name)
                .param("after", after)
                .param("most", AT_ONCE)
                .query(Kept.class)
                .list();
    }
}
