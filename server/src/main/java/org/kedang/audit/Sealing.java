package org.kedang.audit;

import org.jspecify.annotations.Nullable;
import org.kedang.audit.FilePublishing.Gap;
import org.kedang.audit.Sealer.Outcome;
import org.kedang.audit.Standing.Cause;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Keeps the log sealed and its checkpoints published, and stands still when the database is not
 * what was published: then only a confirmed restore lets it go on.
 */
@Service
class Sealing {
    private static final Logger log = LoggerFactory.getLogger(Sealing.class);

    private final Sealer sealer;
    private final Watch watch;
    private final CheckpointFile file;
    private final FilePublishing files;
    private final Checkpoints checkpoints;
    private final NoteKeys keys;
    private final Audit audit;
    private final SealingSettings settings;
    private final Clock clock;
    private Instant nextFile = Instant.MIN;
    private volatile @Nullable Standing standing;
    private volatile @Nullable String failure;
    private volatile List<Gap> gaps = List.of();

    Sealing(
            Sealer sealer,
            Watch watch,
            CheckpointFile file,
            FilePublishing files,
            Checkpoints checkpoints,
            NoteKeys keys,
            Audit audit,
            SealingSettings settings,
            Clock clock) {
        this.sealer = sealer;
        this.watch = watch;
        this.file = file;
        this.files = files;
        this.checkpoints = checkpoints;
        this.keys = keys;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    /** Why it stands still. */
    Optional<Standing> standing() {
        return Optional.ofNullable(standing);
    }

    /** What went wrong at the last try; empty if nothing did. */
    Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    /** Files of published checkpoints that end before they should; nothing is added to any then. */
    List<Gap> gaps() {
        return gaps;
    }

    /** One look and one batch. */
    synchronized Outcome tick() {
        try {
            Outcome outcome = watched();
            failure = null;
            return outcome;
        } catch (RuntimeException e) {
            if (failure == null) {
                log.error("The log could not be sealed; trying again", e);
            }
            failure = Objects.requireNonNullElse(e.getMessage(), e.toString());
            return Outcome.BUSY;
        }
    }

    private Outcome watched() {
        boolean due = standing != null || !clock.instant().isBefore(nextFile);
        Optional<Standing> found = due ? watch.check() : watch.glance();
        if (found.isPresent()) {
            stand(found.get());
            look();
            return Outcome.BUSY;
        }
        standing = null;
        audit.settle();
        Outcome outcome = sealer.seal();
        if (due) {
            look();
            sealer.alone(this::publish);
            nextFile = clock.instant().plus(settings.fileEvery());
        }
        return outcome;
    }

    /** Whether the files still hold what was written to them. */
    private void look() {
        List<Gap> found = files.gaps();
        if (gaps.isEmpty() && !found.isEmpty()) {
            log.error("Published checkpoints are missing: {}", found);
            Entry entry = Entry.of(Actor.SYSTEM, SealingAct.CHECKPOINTS_MISSING_FOUND);
            found.forEach(gap -> entry.change(gap.file(), gap.expected(), gap.actual()));
            audit.recordRead(entry);
        }
        gaps = found;
    }

    /**
     * Writes the newest checkpoint to the file, if the file does not have it. A file with a gap
     * gets nothing, lest it look whole again.
     */
    synchronized void publish() {
        long published = file.findLast().map(note -> note.checkpoint().size()).orElse(-1L);
        keys.findNewest().map(NoteKey::vkey).ifPresent(file::publishKey);
        checkpoints
                .findNewest()
                .filter(kept -> gaps.isEmpty() && kept.size() > published)
                .ifPresent(kept -> files.append(SignedNote.parse(kept.note())));
    }

    /**
     * Seals and publishes what came since, unless another node is about it.
     *
     * @return size of the checkpoint published last; 0 if there is none
     */
    synchronized long publishNow() {
        nextFile = Instant.MIN;
        tick();
        return file.findLast().map(note -> note.checkpoint().size()).orElse(0L);
    }

    /** Seals and publishes what came since, before the server stops. */
    synchronized void close() {
        nextFile = Instant.MIN;
        tick();
    }

    private void stand(Standing found) {
        if (standing == null || standing.cause() != found.cause()) {
            log.error("Sealing stands still: {}", found);
            audit.recordRead(
                    Entry.of(
                                    Actor.SYSTEM,
                                    found.cause() == Cause.KEY_LOST
                                            ? SealingAct.KEY_MISSING_FOUND
                                            : SealingAct.ROLL_BACK_FOUND)
                            .change("cause", null, found.cause())
                            .change("checkpoint", found.published(), found.found()));
        }
        standing = found;
    }

    /**
     * Takes the database as it is, because somebody restored it on purpose. The event that says so
     * is the first to be sealed.
     *
     * @throws Problem if there is nothing to confirm
     */
    synchronized void confirmRestore(Actor actor, String reason) {
        Standing found =
                watch.check().orElseThrow(() -> Problem.of(SealingProblem.NOTHING_TO_CONFIRM));
        if (found.cause() == Cause.KEY_LOST) {
            throw Problem.of(SealingProblem.KEY_IS_LOST);
        }
        audit.recordRead(
                Entry.of(actor, SealingAct.RESTORE_CONFIRMED)
                        .reason(reason)
                        .change("cause", null, found.cause())
                        .change("checkpoint", found.published(), found.found()));
        files.append(noteOfNow());
        watch.accept();
        standing = null;
        nextFile = Instant.MIN;
    }

    /**
     * Starts a new signing key, because the old one is lost or no longer trusted. The file gets a
     * note of the newest checkpoint that both have signed, the old one if it is there: whoever
     * trusts the old one can so come to trust the new.
     *
     * @throws Problem if sealing stands still for another reason than a lost key
     */
    synchronized void startKey(Actor actor, String reason) {
        Optional<Standing> found = watch.check();
        if (found.filter(one -> one.cause() != Cause.KEY_LOST).isPresent()) {
            throw Problem.of(SealingProblem.SEALING_STANDS);
        }
        SignedNote handover = sealer.aloneGet(() -> start(actor, reason));
        files.append(handover);
        file.publishKey(keys.newest().vkey());
        standing = null;
        nextFile = Instant.MIN;
    }

    /**
     * @return the note that the new key has signed and, if it is there, the old one
     */
    private SignedNote start(Actor actor, String reason) {
        Optional<NoteKey> old = keys.findNewest();
        String before = keys.known().isEmpty() ? null : keys.known().getLast().vkey();
        NoteKey key = keys.start(actor, reason, clock.instant());
        audit.record(
                Entry.of(actor, SealingAct.KEY_STARTED)
                        .reason(reason)
                        .change("key", before, key.vkey()));
        NoteKey[] signers = Stream.concat(Stream.of(key), old.stream()).toArray(NoteKey[]::new);
        SignedNote handover = SignedNote.sign(present(key.name()), signers);
        keys.addNote(handover, clock.instant());
        return handover;
    }

    /**
     * Writes again what is missing from the files of published checkpoints.
     *
     * @throws Problem if nothing is
     */
    synchronized void republish(Actor actor, String reason) {
        look();
        if (gaps.isEmpty()) {
            throw Problem.of(SealingProblem.NOTHING_MISSING);
        }
        Entry entry = Entry.of(actor, SealingAct.CHECKPOINTS_REPUBLISHED).reason(reason);
        gaps.forEach(gap -> entry.change(gap.file(), gap.actual(), gap.expected()));
        audit.recordRead(entry);
        log.info("Published {} checkpoints again", files.republish(this::noteOfNow));
        gaps = files.gaps();
        nextFile = Instant.MIN;
    }

    /** The database's own note; for a database without any, one about the empty tree. */
    private SignedNote noteOfNow() {
        return checkpoints
                .findNewest()
                .map(kept -> SignedNote.parse(kept.note()))
                .orElseGet(() -> SignedNote.sign(present(keys.newest().name()), keys.newest()));
    }

    /** What the database has sealed, as of this moment. */
    private Checkpoint present(String origin) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return checkpoints
                .findNewest()
                .map(KeptCheckpoint::checkpoint)
                .map(last -> new Checkpoint(origin, last.size(), last.root(), now))
                .orElseGet(() -> new Checkpoint(origin, 0, TreeHash.empty(), now));
    }
}
