package org.kedang.confirmation;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import org.kedang.audit.Acts;
import org.kedang.notice.NoticeKinds;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Duration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ConfirmationSettings.class)
class ConfirmationConfiguration {
    /** Often enough that a quarter begins early in the morning; a look costs nearly nothing. */
    private static final Duration PAUSE = Duration.ofMinutes(10);

    @Bean
    Acts confirmationActs() {
        return Acts.of(ConfirmationAct.values());
    }

    @Bean
    NoticeKinds confirmationNotices() {
        return NoticeKinds.of(ConfirmationNotice.values());
    }

    @Bean
    RecurringTask<Void> confirmationClock(KeepingRounds rounds) {
        return Tasks.recurring("confirmation-clock", FixedDelay.of(PAUSE))
                .execute((instance, context) -> rounds.keep());
    }
}
