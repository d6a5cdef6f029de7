package org.kedang.audit;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/** What the log says of one thing, and which checkpoint seals each line of it. */
@Repository
public class SealedHistory {
    private static final int MOST = 500;

    /**
     * One line of the log.
     *
     * @param seal {@code null} while the line waits to be sealed
     */
    @Schema(name = "SealedAct")
    public record SealedAct(
            UUID event, Instant at, String zh, String en, String actorName, @Nullable Seal seal) {}

    /**
     * Where a line is sealed.
     *
     * @param index its place in the tree
     * @param intact whether the line as it is kept now still has the hash that was sealed
     * @param checkpoint size of the first checkpoint that covers it
     * @param root of that checkpoint, base64
     */
    @Schema(name = "Seal")
    public record Seal(
            long index, boolean intact, long checkpoint, String root, Instant sealedAt) {}

    private final JdbcClient jdbc;
    private final LoggedEvents events;
    private final DeclaredActs acts;
    private final Checkpoints checkpoints;
    private final Audit audit;

    SealedHistory(JdbcClient jdbc, LoggedEvents events, DeclaredActs acts, Audit audit) {
        this.jdbc = jdbc;
        this.events = events;
        this.acts = acts;
        this.checkpoints = new Checkpoints(jdbc);
        this.audit = audit;
    }

    /**
     * All that was done to the subject, the oldest first, at most 500. Who may see the subject is
     * for the caller to know.
     *
     * @param type of the subject
     */
    public List<SealedAct> of(String type, UUID subject) {
        audit.settle();
        return jdbc.sql(
                        "select l.index leaf, l.hash, "
                                + LoggedEvents.COLUMNS
                                + """
                                from audit_event e left join audit_leaf l on l.event_id = e.id
                                where e.subject_id = :subject and e.subject_type = :type
                                order by e.at, e.id limit :most
                                """)
                .param("subject", subject)
                .param("type", type)
                .param("most", MOST)
                .query((row, n) -> act(row))
                .list();
    }

    private SealedAct act(ResultSet row) throws SQLException {
        LoggedEvent event = events.read(row);
        return new SealedAct(
                event.id(),
                event.at(),
                acts.zh(event.act()),
                acts.en(event.act()),
                event.actorName(),
                seal(row, event));
    }

    private @Nullable Seal seal(ResultSet row, LoggedEvent event) throws SQLException {
        byte[] hash = row.getBytes("hash");
        if (hash == null) {
            return null;
        }
        long index = row.getLong("leaf");
        boolean intact = Arrays.equals(hash, new TreeHash().leaf(EventLine.of(event)));
        return checkpoints
                .findCovering(index)
                .map(
                        kept ->
                                new Seal(
                                        index,
                                        intact,
                                        kept.size(),
                                        Base64.getEncoder()
                                                .encodeToString(kept.checkpoint().root()),
                                        kept.checkpoint().at()))
                .orElse(null);
    }
}
