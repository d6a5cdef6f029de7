package org.kedang.audit;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** The notes by which one key hands over to the next, in the database; they are only added. */
final class KeyNotes {
    private final JdbcClient jdbc;

    KeyNotes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** As the note of the newest key. */
    void add(SignedNote note, Instant at) {
        jdbc.sql(
                        """
                        insert into audit_key_note (generation, file, size, note, at)
                        select max(generation), :file, :size, :note, :at from audit_key
                        """)
                .param("file", CheckpointFile.name(note.checkpoint().at()))
                .param("size", note.checkpoint().size())
                .param("note", note.toString())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Those that were written into the file, oldest first. */
    List<SignedNote> list(String file) {
        return jdbc
                .sql("select note from audit_key_note where file = :file order by generation")
                .param("file", file)
                .query(String.class)
                .list()
                .stream()
                .map(SignedNote::parse)
                .toList();
    }

    Optional<SignedNote> find(int generation) {
        return jdbc.sql("select note from audit_key_note where generation = :generation")
                .param("generation", generation)
                .query(String.class)
                .optional()
                .map(SignedNote::parse);
    }

    /** Generations of the keys whose note the channel has not got. */
    List<Integer> listUndelivered(String channel) {
        return jdbc.sql(
                        """
                        select generation from audit_key_note n where not exists (
                            select from audit_key_note_delivery d
                            where d.generation = n.generation and d.channel = :channel)
                        order by generation
                        """)
                .param("channel", channel)
                .query(Integer.class)
                .list();
    }

    void addDelivery(int generation, Delivery to, Instant at) {
        jdbc.sql(
                        """
                        insert into audit_key_note_delivery (generation, channel, at, place)
                        values (:generation, :channel, :at, :place) on conflict do nothing
                        """)
                .param("generation", generation)
                .param("channel", to.channel())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("place", to.place())
                .update();
    }
}
