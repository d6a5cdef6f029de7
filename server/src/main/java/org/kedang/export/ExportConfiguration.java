package org.kedang.export;

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
@EnableConfigurationProperties(ExportSettings.class)
class ExportConfiguration {
    private static final Duration PAUSE = Duration.ofSeconds(5);

    @Bean
    Acts customerExportActs() {
        return Acts.of(ExportAct.values());
    }

    @Bean
    NoticeKinds customerExportNotices() {
        return NoticeKinds.of(ExportNotice.values());
    }

    @Bean
    RecurringTask<Void> customerExportsMade(MakingExports making) {
        return Tasks.recurring("customer-export", FixedDelay.of(PAUSE))
                .execute((instance, context) -> making.work());
    }
}
