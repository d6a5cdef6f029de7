package org.kedang.audit;

import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** What may befall the published checkpoints of a running server. */
public final class Mishap {
    private static final long MORE = 1_000_000;

    private final CheckpointFile file;
    private final NoteKeys keys;
    private final JdbcClient jdbc;
    private final Sealing sealing;

    public Mishap(ApplicationContext context) {
        file = context.getBean(CheckpointFile.class);
        keys = context.getBean(NoteKeys.class);
        jdbc = context.getBean(JdbcClient.class);
        sealing = context.getBean(Sealing.class);
    }

    /** The file ends with a checkpoint of events that the database has no longer. */
    public void publishMoreThanThereIs() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        Checkpoint more = new Checkpoint(keys.origin(), MORE, TreeHash.empty(), now);
        file.append(CheckpointFile.name(now), List.of(SignedNote.sign(more, keys.newest())));
        sealing.publishNow();
    }

    /**
     * Somebody empties this month's file.
     *
     * @return what it held
     */
    public String emptyPublished() throws IOException {
        sealing.publishNow();
        String before = published();
        Files.writeString(file.folder().resolve(CheckpointFile.name(Instant.now())), "");
        sealing.publishNow();
        return before;
    }

    public String published() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        file.copyTo(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    public String reasonOf(String act) {
        return jdbc.sql(
                        "select reason from audit_event where act = :act order by at desc, id desc"
                                + " limit 1")
                .param("act", act)
                .query(String.class)
                .single();
    }
}
