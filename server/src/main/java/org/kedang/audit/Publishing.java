package org.kedang.audit;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * Sends checkpoints to where they are out of the reach of whoever rules the database. Each delivery
 * is a job of its own, kept until it is done, so that neither a receiver that is down nor a killed
 * server loses one.
 */
@Service
class Publishing {
    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("audit-checkpoint-delivery");

    private static final Logger log = LoggerFactory.getLogger(Publishing.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);

    /** What came of one channel. */
    record Done(String channel, long size, Instant at, String place) {}

    private static final String KEY = "key-";

    private final Checkpoints checkpoints;
    private final KeyNotes keyNotes;
    private final List<Delivery> deliveries;
    private final Sealing sealing;
    private final JdbcClient jdbc;
    private final Clock clock;

    Publishing(
            Checkpoints checkpoints,
            List<Delivery> deliveries,
            Sealing sealing,
            JdbcClient jdbc,
            Clock clock) {
        this.checkpoints = checkpoints;
        this.keyNotes = new KeyNotes(jdbc);
        this.deliveries = deliveries;
        this.sealing = sealing;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<Delivery> deliveries() {
        return deliveries;
    }

    /** The newest that the channel has. */
    Optional<Done> findLast(Delivery delivery) {
        return jdbc.sql(
                        """
                        select channel, size, at, place from audit_publication
                        where channel = :channel order by size desc limit 1
                        """)
                .param("channel", delivery.channel())
                .query(
                        (row, number) ->
                                new Done(
                                        row.getString("channel"),
                                        row.getLong("size"),
                                        LoggedEvents.instant(row, "at"),
                                        row.getString("place")))
                .optional();
    }

    /** Deliveries that are still to be made. */
    long countWaiting(Delivery delivery) {
        return jdbc.sql(
                        """
                        select count(*) from scheduled_tasks
                        where task_name = :task and starts_with(task_instance, :channel)
                        """)
                .param("task", TASK.getTaskName())
                .param("channel", delivery.channel() + ":")
                .query(Long.class)
                .single();
    }

    /**
     * Orders the newest checkpoint to be sent wherever it is not yet, and the notes of keys; none
     * while sealing stands.
     */
    void publishNewest(SchedulerClient scheduler) {
        if (sealing.standing().isEmpty()) {
            deliveries.stream()
                    .filter(delivery -> delivery.isOn() && delivery.takesKeyNotes())
                    .forEach(delivery -> publishKeyNotes(delivery, scheduler));
            checkpoints.findNewest().ifPresent(kept -> publish(kept, scheduler));
        }
    }

    private void publishKeyNotes(Delivery delivery, SchedulerClient scheduler) {
        for (int generation : keyNotes.listUndelivered(delivery.channel())) {
            order(delivery, KEY + generation, scheduler);
        }
    }

    private void publish(KeptCheckpoint kept, SchedulerClient scheduler) {
        for (Delivery delivery : deliveries) {
            long last = findLast(delivery).map(Done::size).orElse(0L);
            if (delivery.isOn() && last < kept.size()) {
                order(delivery, Long.toString(kept.size()), scheduler);
            }
        }
    }

    private void order(Delivery delivery, String what, SchedulerClient scheduler) {
        scheduler.scheduleIfNotExists(
                TASK.instance(delivery.channel() + ":" + what).scheduledTo(clock.instant()));
    }

    /**
     * @param instance channel and size, or channel, {@code key-} and generation
     * @throws UncheckedIOException if it was not taken; the job is tried again
     */
    void deliver(String instance) {
        String[] parts = instance.split(":", 2);
        Optional<KeptCheckpoint> kept = find(parts[1]);
        Optional<Delivery> delivery =
                deliveries.stream()
                        .filter(one -> one.channel().equals(parts[0]) && one.isOn())
                        .findFirst();
        if (kept.isEmpty() || delivery.isEmpty()) {
            log.warn("Nothing to deliver any more: {}", instance);
            return;
        }
        try {
            delivery.get().deliver(kept.get());
            note(delivery.get(), parts[1], kept.get());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<KeptCheckpoint> find(String what) {
        return what.startsWith(KEY)
                ? keyNotes.find(generation(what)).map(KeptCheckpoint::of)
                : checkpoints.find(Long.parseLong(what));
    }

    private static int generation(String what) {
        return Integer.parseInt(what.substring(KEY.length()));
    }

    private void note(Delivery delivery, String what, KeptCheckpoint kept) {
        if (what.startsWith(KEY)) {
            keyNotes.addDelivery(generation(what), delivery, clock.instant());
        } else {
            note(delivery, kept);
        }
    }

    private void note(Delivery delivery, KeptCheckpoint kept) {
        jdbc.sql(
                        """
                        insert into audit_publication (channel, size, at, place)
                        values (:channel, :size, :at, :place) on conflict do nothing
                        """)
                .param("channel", delivery.channel())
                .param("size", kept.size())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("place", delivery.place())
                .update();
    }

    /** Twice as long after each failure, up to a quarter of an hour. */
    static Duration pause(int failures) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.clamp(failures, 0, 10));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
}
