package org.kedang.grading;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;

import org.kedang.kernel.AfterCommit;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.util.UUID;

/** Runs that wait to be carried on; a run is in it if the transaction that began it committed. */
@Component
class GradingQueue {
    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("grading-run");

    /** The scheduler knows the runs as a task of its own, and cannot be there before them. */
    private final ObjectProvider<Scheduler> scheduler;

    private final Clock clock;

    GradingQueue(ObjectProvider<Scheduler> scheduler, Clock clock) {
        this.scheduler = scheduler;
        this.clock = clock;
    }

    void add(UUID run) {
        Scheduler tasks = scheduler.getObject();
        // the scheduler cannot see the row before, and would look again only at its next poll
        AfterCommit.run(tasks::triggerCheckForDueExecutions);
        tasks.schedule(TASK.instance(run.toString()).scheduledTo(clock.instant()));
    }
}
