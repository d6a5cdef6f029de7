package org.kedang.audit;

import org.jspecify.annotations.Nullable;
import org.kedang.audit.Sealer.Outcome;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

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
    private final Checkpoints checkpoints;
    private final NoteKeys keys;
    private final Audit audit;
    private final SealingSettings settings;
    private final Clock clock;
    private Instant nextFile = Instant.MIN;
    private volatile @Nullable Standing standing;
    private volatile @Nullable String failure;

    Sealing(
            Sealer sealer,
            Watch watch,
            CheckpointFile file,
            Checkpoints checkpoints,
            NoteKeys keys,
            Audit audit,
            SealingSettings settings,
            Clock clock) {
        this.sealer = sealer;
        this.watch = watch;
        this.file = file;
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
            return Outcome.BUSY;
        }
        standing = null;
        Outcome outcome = sealer.seal();
        if (due) {
            sealer.alone(this::publish);
            nextFile = clock.instant().plus(settings.fileEvery());
        }
        return outcome;
    }

    /** Writes the newest checkpoint to the file, if the file does not have it. */
    synchronized void publish() {
        long published = file.findLast().map(note -> note.checkpoint().size()).orElse(-1L);
        checkpoints
                .findNewest()
                .filter(kept -> kept.size() > published)
                .ifPresent(kept -> file.append(SignedNote.parse(kept.note())));
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
        if (standing == null) {
            log.error("Sealing stands still: {}", found);
            audit.recordRead(
                    Entry.of(Actor.SYSTEM, SealingAct.ROLL_BACK_FOUND)
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
        audit.recordRead(
                Entry.of(actor, SealingAct.RESTORE_CONFIRMED)
                        .reason(reason)
                        .change("cause", null, found.cause())
                        .change("checkpoint", found.published(), found.found()));
        file.append(noteOfNow());
        watch.accept();
        standing = null;
        nextFile = Instant.MIN;
    }

    /** The database's own note; for a database without any, one about the empty tree. */
    private SignedNote noteOfNow() {
        return checkpoints
                .findNewest()
                .map(kept -> SignedNote.parse(kept.note()))
                .orElseGet(
                        () ->
                                SignedNote.sign(
                                        new Checkpoint(
                                                keys.newest().name(),
                                                0,
                                                TreeHash.empty(),
                                                clock.instant()),
                                        keys.newest()));
    }
}
