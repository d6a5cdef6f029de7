package org.kedang.audit;

import org.kedang.kernel.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The keys that sign checkpoints: their files stand in a folder and never in the database, but the
 * database knows which one signs. Only a new installation gets a key by itself; where anything was
 * ever sealed, a lost file is a loss and not a reason for a new key.
 */
@Component
final class NoteKeys {
    /** How the name of every log begins. */
    static final String NAME = "kedang/";

    private final KeyFolder folder;
    private final KnownKeys known;
    private final KeyNotes notes;
    private final Checkpoints checkpoints;
    private final CheckpointFile file;
    private final SealingSettings settings;
    private final Clock clock;
    private volatile List<NoteKey> there;

    NoteKeys(SealingSettings settings, JdbcClient jdbc, CheckpointFile file, Clock clock) {
        this.folder = new KeyFolder(settings.keys());
        this.known = new KnownKeys(jdbc);
        notes = new KeyNotes(jdbc);
        this.checkpoints = new Checkpoints(jdbc);
        this.file = file;
        this.settings = settings;
        this.clock = clock;
        this.there = folder.read();
        if (known.findNewest().isEmpty()) {
            begin();
        }
    }

    private void begin() {
        Optional<KeptCheckpoint> sealed = checkpoints.findNewest();
        if (there.isEmpty() && sealed.isEmpty() && file.isEmpty()) {
            folder.add(1, NoteKey.generate(settings.signature(), newName()));
            there = folder.read();
        }
        boolean own =
                sealed.map(kept -> SignedNote.parse(kept.note()).isSignedBy(there)).orElse(true);
        for (int i = 0; own && i < there.size(); i++) {
            known.add(i + 1, there.get(i), clock.instant());
        }
    }

    private static String newName() {
        return NAME + UUID.randomUUID();
    }

    Path folder() {
        return folder.path();
    }

    /**
     * The one that signs.
     *
     * @throws IllegalStateException if its file is missing
     */
    NoteKey newest() {
        return findNewest()
                .orElseThrow(
                        () -> new IllegalStateException("No file of the signing key: " + folder()));
    }

    /** The one that signs; empty if its file is missing. */
    Optional<NoteKey> findNewest() {
        return known.findNewest()
                .flatMap(
                        key ->
                                find(key.vkey())
                                        .or(
                                                () -> {
                                                    refresh();
                                                    return find(key.vkey());
                                                }));
    }

    private Optional<NoteKey> find(String vkey) {
        return there.stream().filter(key -> key.vkey().equals(vkey)).findFirst();
    }

    /** Looks at the files again: one may have been lost, another node may have added one. */
    void refresh() {
        there = folder.read();
    }

    /** Those whose files are there, oldest first. */
    List<NoteKey> all() {
        return there;
    }

    /** All public keys that ever signed, oldest first. */
    List<KnownKey> known() {
        return known.list();
    }

    /** Name of the log, the same for all its keys. */
    String origin() {
        return Stream.<Optional<String>>of(
                        known.findNewest().map(KnownKey::name),
                        checkpoints.findNewest().map(kept -> kept.checkpoint().origin()),
                        there.stream().map(NoteKey::name).findFirst(),
                        file.findLast().map(note -> note.checkpoint().origin()))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(NoteKeys::newName);
    }

    /** Whether a note may be by a key whose file is lost, so that nobody here can tell. */
    boolean isByLostKey(SignedNote note) {
        List<KnownKey> all = known.list();
        return all.isEmpty()
                ? there.isEmpty()
                : all.stream()
                        .filter(key -> find(key.vkey()).isEmpty())
                        .anyMatch(key -> note.names(key.name(), key.id()));
    }

    /** Makes a key and lets it sign from now on. */
    NoteKey start(Actor actor, String reason, Instant at) {
        NoteKey key = NoteKey.generate(settings.signature(), origin());
        int generation = known.findNewest().map(KnownKey::generation).orElse(0) + 1;
        while (!folder.add(generation, key)) {
            generation++;
        }
        known.add(generation, key, at, actor, reason);
        refresh();
        return key;
    }

    /** Keeps the note by which the key before hands over to the newest. */
    void addNote(SignedNote note, Instant at) {
        notes.add(note, at);
    }
}
