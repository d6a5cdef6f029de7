package org.kedang.storage;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;

import org.kedang.kernel.ChinaTime;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StorageSettings.class)
class StorageConfiguration {
    private static final Duration SETTLED_BY_NOW = Duration.ofDays(1);

    @Bean
    RecurringTask<Void> incomingSweep(IncomingRecovery recovery, Clock clock) {
        return Tasks.recurring("storage-incoming-sweep", FixedDelay.ofHours(1))
                .execute(
                        (instance, context) ->
                                recovery.settleOlderThan(clock.instant().minus(SETTLED_BY_NOW)));
    }

    @Bean
    RecurringTask<Void> uploadSweep(SweepingUploads uploads) {
        return Tasks.recurring(
                        "storage-upload-sweep",
                        Schedules.daily(ChinaTime.ZONE, LocalTime.of(3, 10)))
                .execute((instance, context) -> uploads.sweep());
    }
}
