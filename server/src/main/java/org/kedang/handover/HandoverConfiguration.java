package org.kedang.handover;

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
@EnableConfigurationProperties(HandoverSettings.class)
class HandoverConfiguration {
    private static final Duration PAUSE = Duration.ofSeconds(5);

    @Bean
    Acts handoverActs() {
        return Acts.of(HandoverAct.values());
    }

    @Bean
    NoticeKinds handoverNotices() {
        return NoticeKinds.of(HandoverNotice.values());
    }

    @Bean
    RecurringTask<Void> handoversCarriedOut(CarryingHandovers carrying) {
        return Tasks.recurring("handover-carry", FixedDelay.of(PAUSE))
                .execute((instance, context) -> carrying.carry());
    }
}
