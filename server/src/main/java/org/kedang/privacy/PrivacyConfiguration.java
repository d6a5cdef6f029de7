package org.kedang.privacy;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;

import org.kedang.audit.Acts;
import org.kedang.kernel.ChinaTime;
import org.kedang.notice.NoticeKinds;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.LocalTime;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PrivacySettings.class)
class PrivacyConfiguration {
    /** Before work begins, so that it is the first thing read. */
    private static final LocalTime MORNING = LocalTime.of(8, 30);

    @Bean
    Acts privacyActs() {
        return Acts.of(PrivacyAct.values());
    }

    @Bean
    NoticeKinds privacyNotices() {
        return NoticeKinds.of(PrivacyNotice.values());
    }

    @Bean
    RecurringTask<Void> rightsCasesDaily(RemindingOfCases reminding) {
        return Tasks.recurring("privacy-cases", Schedules.daily(ChinaTime.ZONE, MORNING))
                .execute((instance, context) -> reminding.remind());
    }
}
