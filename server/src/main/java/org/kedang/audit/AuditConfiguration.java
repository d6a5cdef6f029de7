package org.kedang.audit;

import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;

import org.kedang.kernel.ChinaTime;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalTime;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({SealingSettings.class, JournalSettings.class})
class AuditConfiguration {
    /** What a killed process has left is in the log before anything else happens. */
    @Bean
    Journal auditJournal(
            JournalSettings settings,
            @Value("${kedang.db-url:}") String databaseUrl,
            JournalTable table)
            throws IOException {
        return new Journal(
                settings.isUsed(databaseUrl)
                        ? new JournalFolder(settings.folder()).open(table::inherit)
                        : null,
                table);
    }

    @Bean
    Acts auditActs() {
        return Acts.of(AuditAct.values());
    }

    @Bean
    Acts sealingActs() {
        return Acts.of(SealingAct.values());
    }

    @Bean
    RecurringTask<Void> checkpointPublishing(Publishing publishing, SealingSettings settings) {
        return Tasks.recurring(
                        "audit-checkpoint-publishing", FixedDelay.of(settings.publishEvery()))
                .execute(
                        (instance, context) ->
                                publishing.publishNewest(context.getSchedulerClient()));
    }

    @Bean
    Task<Void> checkpointDelivery(Publishing publishing, Clock clock) {
        return Tasks.custom(Publishing.TASK)
                .onDeadExecutionRevive()
                .onFailure(
                        (failed, operations) ->
                                operations.reschedule(
                                        failed,
                                        clock.instant()
                                                .plus(
                                                        Publishing.pause(
                                                                failed.getExecution()
                                                                        .consecutiveFailures))))
                .execute(
                        (instance, context) -> {
                            publishing.deliver(instance.getId());
                            return new OnCompleteRemove<>();
                        });
    }

    @Bean
    RecurringTask<Void> auditMonths(Months months) {
        return Tasks.recurring("audit-months", Schedules.daily(ChinaTime.ZONE, LocalTime.of(2, 30)))
                .execute((instance, context) -> months.make());
    }
}
