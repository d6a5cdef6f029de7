package org.kedang.approval;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;

import org.kedang.audit.Acts;
import org.kedang.kernel.ChinaTime;
import org.kedang.kernel.web.ConstraintProblems;
import org.kedang.notice.NoticeKinds;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Duration;
import java.time.LocalTime;
import java.util.Map;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ApprovalSettings.class)
class ApprovalConfiguration {
    private static final Duration EVERY = Duration.ofSeconds(15);

    @Bean
    Acts approvalActs() {
        return Acts.of(ApprovalAct.values());
    }

    @Bean
    NoticeKinds approvalNotices() {
        return NoticeKinds.of(ApprovalNotice.values());
    }

    @Bean
    ConstraintProblems approvalConstraints() {
        return new ConstraintProblems(
                Map.of("approval_general_type_pkey", ApprovalProblem.TYPE_EXISTS));
    }

    @Bean
    RecurringTask<Void> approvalFileSweep(AttachingFiles files) {
        return Tasks.recurring(
                        "approval-file-sweep", Schedules.daily(ChinaTime.ZONE, LocalTime.of(3, 20)))
                .execute((instance, context) -> files.removeAbandoned());
    }

    @Bean
    RecurringTask<Void> approvalAlarms(KeepingTime keeping) {
        return Tasks.recurring("approval-alarms", FixedDelay.of(EVERY))
                .execute((instance, context) -> keeping.catchUp());
    }
}
