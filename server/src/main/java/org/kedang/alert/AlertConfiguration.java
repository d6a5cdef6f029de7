package org.kedang.alert;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;

import org.kedang.audit.Acts;
import org.kedang.kernel.ChinaTime;
import org.kedang.notice.NoticeKinds;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Duration;
import java.time.LocalTime;

@Configuration(proxyBeanMethods = false)
class AlertConfiguration {
    private static final Duration EVERY = Duration.ofSeconds(5);

    @Bean
    Acts alertActs() {
        return Acts.of(AlertAct.values());
    }

    @Bean
    NoticeKinds alertNotices() {
        return NoticeKinds.of(AlertNotice.values());
    }

    @Bean
    RecurringTask<Void> alertsWatch(Watching watching) {
        return Tasks.recurring("alert-watch", FixedDelay.of(EVERY))
                .execute((instance, context) -> watching.catchUp());
    }

    @Bean
    RecurringTask<Void> alertsForget(Watching watching) {
        return Tasks.recurring("alert-forget", Schedules.daily(ChinaTime.ZONE, LocalTime.of(3, 40)))
                .execute((instance, context) -> watching.forget());
    }
}
