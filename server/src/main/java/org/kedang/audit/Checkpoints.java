package org.kedang.audit;

import org.jspecify.annotations.Nullable;
import org.kedang.audit.Delta.Reached;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The signed checkpoints in the database; they are only added. */
@Repository
class Checkpoints {
    private final JdbcClient jdbc;

    Checkpoints(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<KeptCheckpoint> findNewest() {
        return jdbc.sql("select * from audit_checkpoint order by size desc limit 1")
                .query(Checkpoints::kept)
                .optional();
    }

    Optional<KeptCheckpoint> find(long size) {
        return jdbc.sql("select * from audit_checkpoint where size = :size")
                .param("size", size)
                .query(Checkpoints::kept)
                .optional();
    }

    /** The smallest that covers the leaf. */
    Optional<KeptCheckpoint> findCovering(long index) {
        return jdbc.sql("select * from audit_checkpoint where size > :index order by size limit 1")
                .param("index", index)
                .query(Checkpoints::kept)
                .optional();
    }

    /** Newest first. */
    List<KeptCheckpoint> listUpTo(long size, int most) {
        return jdbc.sql(
                        "select * from audit_checkpoint where size <= :size order by size desc"
                                + " limit :most")
                .param("size", size)
                .param("most", most)
                .query(Checkpoints::kept)
                .list();
    }

    void add(KeptCheckpoint kept) {
        Delta backlog = kept.backlog();
        Reached reached = backlog == null ? null : backlog.reached();
        jdbc.sql(
                        """
                        insert into audit_checkpoint
                            (size, root, at, note, cluster, snapshot, target, reached_at, reached_id)
                        values (:size, :root, :at, :note, :cluster, :snapshot::pg_snapshot, :target::pg_snapshot,
                            :reachedAt::timestamptz, :reachedId::uuid)
                        """)
                .param("size", kept.size())
                .param("root", kept.checkpoint().root())
                .param("at", kept.checkpoint().at().atOffset(ZoneOffset.UTC))
                .param("note", kept.note())
                .param("cluster", kept.cluster())
                .param("snapshot", kept.snapshot())
                .param("target", backlog == null ? null : backlog.target())
                .param("reachedAt", reached == null ? null : reached.at().atOffset(ZoneOffset.UTC))
                .param("reachedId", reached == null ? null : reached.id())
                .update();
    }

    private static KeptCheckpoint kept(ResultSet row, int number) throws SQLException {
        String note = row.getString("note");
        String snapshot = row.getString("snapshot");
        return new KeptCheckpoint(
                new Checkpoint(
                        note.substring(0, note.indexOf('\n')),
                        row.getLong("size"),
                        row.getBytes("root"),
                        LoggedEvents.instant(row, "at")),
                note,
                row.getLong("cluster"),
                snapshot,
                backlog(row, snapshot));
    }

    private static @Nullable Delta backlog(ResultSet row, @Nullable String base)
            throws SQLException {
        String target = row.getString("target");
        return target == null
                ? null
                : new Delta(
                        base,
                        target,
                        new Reached(
                                LoggedEvents.instant(row, "reached_at"),
                                row.getObject("reached_id", UUID.class)));
    }
}
