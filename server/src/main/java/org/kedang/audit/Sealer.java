package org.kedang.audit;

import org.kedang.audit.Delta.Reached;
import org.kedang.audit.UnsealedEvents.Found;
import org.kedang.kernel.Problem;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Gives events their leaves, batch by batch: a batch is one transaction that adds leaves, completed
 * nodes and a signed checkpoint, or nothing. One sealer works at a time, however many nodes there
 * are.
 */
@Component
class Sealer {
    /** What came of one try. */
    enum Outcome {
        /** Everything that was visible has a leaf now. */
        ALL,
        /** There is, or just was, a backlog; go on at once. */
        MORE,
        /** Another sealer is at work. */
        BUSY
    }

    private static final long LOCK = 0x6b6564616e67L; // "kedang"

    /** A delta is small beside the tables, which the planner cannot know. */
    private static final String PLAN_BY_INDEX =
            """
            set local enable_hashjoin = off;
            set local enable_mergejoin = off;
            set local plan_cache_mode = force_custom_plan
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate rows;
    private final TransactionTemplate transaction;
    private final Checkpoints checkpoints;
    private final UnsealedEvents unsealed;
    private final NoteKeys keys;
    private final HeldEvents held;
    private final RecentLeaves recent;
    private final SealingSettings settings;
    private final Clock clock;

    Sealer(
            JdbcTemplate rows,
            TransactionTemplate transaction,
            LoggedEvents events,
            NoteKeys keys,
            HeldEvents held,
            RecentLeaves recent,
            SealingSettings settings,
            Clock clock) {
        this.rows = rows;
        this.jdbc = JdbcClient.create(rows);
        this.transaction = transaction;
        this.checkpoints = new Checkpoints(jdbc);
        this.unsealed = new UnsealedEvents(rows, events, held);
        this.keys = keys;
        this.held = held;
        this.recent = recent;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Seals one batch.
     *
     * @throws TreeDamaged if the kept tree is not the one that the last checkpoint signed
     */
    Outcome seal() {
        List<RecentLeaves.Leaf> leaves = new ArrayList<>();
        Outcome outcome = transaction.execute(status -> isAlone() ? batch(leaves) : Outcome.BUSY);
        // only now is it committed
        recent.add(leaves, clock.instant());
        recent.forgetOld(clock.instant());
        held.forgetOld(clock.instant());
        return outcome;
    }

    /** Does something while no sealer of any node works; nothing if one does. */
    void alone(Runnable work) {
        transaction.executeWithoutResult(
                status -> {
                    if (isAlone()) {
                        work.run();
                    }
                });
    }

    /**
     * Does something in the sealer's transaction while no sealer of any node works.
     *
     * @throws Problem if one does
     */
    <T> T aloneGet(Supplier<T> work) {
        return transaction.execute(
                status -> {
                    if (!isAlone()) {
                        throw Problem.of(SealingProblem.SEALER_BUSY);
                    }
                    return work.get();
                });
    }

    /**
     * The lock comes before any look at the log: a snapshot from before it would not see what the
     * sealer before us has done.
     */
    private boolean isAlone() {
        return jdbc.sql("select pg_try_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query(Boolean.class)
                .single();
    }

    private Outcome batch(List<RecentLeaves.Leaf> leaves) {
        rows.execute(PLAN_BY_INDEX);
        Optional<KeptCheckpoint> last = checkpoints.findNewest();
        Now now = now();
        Delta next = next(last, now);
        if (next.reached() != null) {
            Batch batch = takeMost(next, last);
            if (batch.taken() > 0) {
                leaves.addAll(batch.recent());
                return keep(batch, next, now);
            }
            // the backlog ended exactly with a batch
            next = Delta.of(next.target(), now.snapshot());
        }
        List<Found> found = unsealed.find(next, settings.batch() + 1);
        if (found.isEmpty()) {
            return Outcome.ALL;
        }
        boolean fits = found.size() <= settings.batch();
        Delta delta = fits ? next : asBacklog(next);
        Batch batch =
                fits
                        ? take(last, told -> unsealed.each(found, delta, told))
                        : takeMost(delta, last);
        leaves.addAll(batch.recent());
        return keep(batch, delta, now);
    }

    private Outcome keep(Batch batch, Delta delta, Now now) {
        boolean all = delta.reached() == null || batch.taken() < settings.batch();
        batch.send(rows);
        checkpoints.add(signed(batch, delta, all, now));
        return delta.reached() == null ? Outcome.ALL : Outcome.MORE;
    }

    /**
     * The snapshot of this moment, and whose transactions it counts: after a dump has been loaded
     * into another cluster the numbers of the old one mean nothing.
     */
    private record Now(String snapshot, long cluster) {}

    private Now now() {
        return jdbc.sql(
                        """
                        select pg_current_snapshot()::text as snapshot, system_identifier as cluster
                        from pg_control_system()
                        """)
                .query(Now.class)
                .single();
    }

    private static Delta next(Optional<KeptCheckpoint> last, Now now) {
        Optional<KeptCheckpoint> known = last.filter(kept -> kept.cluster() == now.cluster());
        Delta backlog = known.map(KeptCheckpoint::backlog).orElse(null);
        return backlog == null
                ? Delta.of(known.map(KeptCheckpoint::snapshot).orElse(null), now.snapshot())
                : backlog;
    }

    /** What is too large for one batch is worked off from its first event on. */
    private Delta asBacklog(Delta delta) {
        return delta.from(new Reached(unsealed.first(delta), new UUID(0, 0)));
    }

    private Batch take(Optional<KeptCheckpoint> last, Consumer<Consumer<LoggedEvent>> telling) {
        Batch batch = new Batch(new StoredNodes(jdbc), last);
        telling.accept(batch::add);
        return batch;
    }

    private Batch takeMost(Delta delta, Optional<KeptCheckpoint> last) {
        return take(last, told -> unsealed.each(delta, settings.batch(), told));
    }

    private KeptCheckpoint signed(Batch batch, Delta delta, boolean all, Now now) {
        NoteKey key = keys.newest();
        Checkpoint checkpoint =
                new Checkpoint(
                        key.name(),
                        batch.size(),
                        batch.root(),
                        clock.instant().truncatedTo(ChronoUnit.MICROS));
        return new KeptCheckpoint(
                checkpoint,
                SignedNote.sign(checkpoint, key).toString(),
                now.cluster(),
                all ? delta.target() : delta.base(),
                all ? null : delta.from(batch.reached()));
    }
}
