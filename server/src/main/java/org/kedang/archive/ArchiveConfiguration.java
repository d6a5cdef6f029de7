package org.kedang.archive;

import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteReschedule;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import org.kedang.audit.Acts;
import org.kedang.kernel.web.ConstraintProblems;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;

@Configuration(proxyBeanMethods = false)
class ArchiveConfiguration {
    private static final FixedDelay SOON = FixedDelay.of(Duration.ofSeconds(1));
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);

    @Bean
    Acts archiveActs() {
        return Acts.of(ArchiveAct.values());
    }

    @Bean
    ConstraintProblems archiveConstraints() {
        return new ConstraintProblems(
                Map.of(
                        "dossier_number_unique", ArchiveProblem.DUPLICATE_NUMBER,
                        "item_number_unique", ArchiveProblem.DUPLICATE_NUMBER));
    }

    @Bean
    Task<Void> examineFile(ExaminingFiles examining) {
        return Tasks.custom(ExaminationQueue.TASK)
                .onDeadExecutionRevive()
                .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(FIRST_PAUSE))
                .execute(
                        (instance, context) ->
                                examining.examine(UUID.fromString(instance.getId()))
                                        ? new OnCompleteRemove<>()
                                        : new OnCompleteReschedule<>(SOON));
    }
}
