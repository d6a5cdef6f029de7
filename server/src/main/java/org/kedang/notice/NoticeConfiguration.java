package org.kedang.notice;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;

import org.kedang.audit.Acts;
import org.kedang.kernel.ChinaTime;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Duration;
import java.time.LocalTime;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(NoticeSettings.class)
class NoticeConfiguration {
    @Bean
    Acts noticeActs() {
        return Acts.of(NoticeAct.values());
    }

    @Bean
    RecurringTask<Void> noticesSent(Sending sending) {
        return Tasks.recurring("notice-sending", FixedDelay.of(Duration.ofSeconds(5)))
                .execute((instance, context) -> sending.sendDue());
    }

    @Bean
    RecurringTask<Void> noticesForgotten(Notices notices) {
        return Tasks.recurring(
                        "notice-forgetting", Schedules.daily(ChinaTime.ZONE, LocalTime.of(3, 50)))
                .execute((instance, context) -> notices.forget());
    }
}
