package org.kedang.access;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;

import org.kedang.kernel.ChinaTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.LocalTime;

/** What happens each night. */
@Configuration(proxyBeanMethods = false)
class AccessClock {
    /** Shortly after midnight, so that an agreement that begins today opens today. */
    private static final LocalTime AFTER_MIDNIGHT = LocalTime.of(0, 5);

    @Bean
    RecurringTask<Void> agreementsDaily(KeepingAgreements agreements) {
        return Tasks.recurring("access-agreements", Schedules.daily(ChinaTime.ZONE, AFTER_MIDNIGHT))
                .execute((instance, context) -> agreements.keep());
    }

    @Bean
    RecurringTask<Void> reviewsDaily(ReviewRounds rounds) {
        return Tasks.recurring(
                        "access-reviews", Schedules.daily(ChinaTime.ZONE, LocalTime.of(1, 20)))
                .execute((instance, context) -> rounds.keep());
    }
}
