package org.kedang.storage;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import java.time.ZoneId;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StorageSettings.class)
class StorageConfiguration {
    @Bean
    RecurringTask<Void> uploadSweep(Uploads uploads) {
        return Tasks.recurring(
                        "storage-upload-sweep",
                        Schedules.daily(ZoneId.of("Asia/Shanghai"), LocalTime.of(3, 10)))
                .execute((instance, context) -> uploads.sweep());
    }
}
