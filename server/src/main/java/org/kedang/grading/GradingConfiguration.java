package org.kedang.grading;

import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteReschedule;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;

import org.kedang.audit.Acts;
import org.kedang.kernel.ChinaTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Duration;
import java.time.LocalTime;
import java.util.UUID;

@Configuration(proxyBeanMethods = false)
class GradingConfiguration {
    private static final LocalTime AT_NIGHT = LocalTime.of(2, 30);
    private static final FixedDelay SOON = FixedDelay.of(Duration.ofSeconds(1));
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);

    @Bean
    Acts gradingActs() {
        return Acts.of(GradingAct.values());
    }

    /** Facts change with each day, and rules come into force. */
    @Bean
    RecurringTask<Void> gradingNightly(GradingRuns runs) {
        return Tasks.recurring("grading-nightly", Schedules.daily(ChinaTime.ZONE, AT_NIGHT))
                .execute((instance, context) -> runs.startIfNeeded());
    }

    @Bean
    Task<Void> gradingRun(GradingRuns runs) {
        return Tasks.custom(GradingQueue.TASK)
                .onDeadExecutionRevive()
                .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(FIRST_PAUSE))
                .execute(
                        (instance, context) -> {
                            UUID run = UUID.fromString(instance.getId());
                            boolean more = true;
                            while (more && !Thread.currentThread().isInterrupted()) {
                                more = runs.goOn(run);
                            }
                            return more
                                    ? new OnCompleteReschedule<>(SOON)
                                    : new OnCompleteRemove<>();
                        });
    }
}
