package org.kedang.archive;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;

import org.kedang.kernel.AfterCommit;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.util.UUID;

/** Files that wait to be examined; a file is in it if the transaction that stored it committed. */
@Component
class ExaminationQueue {
    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("archive-examine-file");

    private final Scheduler scheduler;
    private final Clock clock;

    ExaminationQueue(Scheduler scheduler, Clock clock) {
        this.scheduler = scheduler;
        this.clock = clock;
    }

    void add(UUID file) {
        // the scheduler cannot see the row before, and would look again only at its next poll
        AfterCommit.run(scheduler::triggerCheckForDueExecutions);
        scheduler.schedule(TASK.instance(file.toString()).scheduledTo(clock.instant()));
    }
}
