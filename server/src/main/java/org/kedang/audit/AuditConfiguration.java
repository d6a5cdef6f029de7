package org.kedang.audit;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.LocalTime;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SealingSettings.class)
class AuditConfiguration {
    @Bean
    Acts auditActs() {
        return Acts.of(AuditAct.values());
    }

    @Bean
    RecurringTask<Void> auditMonths(Months months) {
        return Tasks.recurring("audit-months", Schedules.daily(Months.ZONE, LocalTime.of(2, 30)))
                .execute((instance, context) -> months.make());
    }
}
