package org.kedang.registration;

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
@EnableConfigurationProperties(RegistrationSettings.class)
class RegistrationConfiguration {
    /** Often enough that a changed holiday counts soon; a look that finds nothing costs nothing. */
    private static final Duration PAUSE = Duration.ofMinutes(10);

    @Bean
    Acts registrationActs() {
        return Acts.of(RegistrationAct.values());
    }

    @Bean
    NoticeKinds registrationNotices() {
        return NoticeKinds.of(RegistrationNotice.values());
    }

    @Bean
    RecurringTask<Void> registrationClock(KeepingRegistrations keeping) {
        return Tasks.recurring("registration-clock", FixedDelay.of(PAUSE))
                .execute((instance, context) -> keeping.keep());
    }
}
