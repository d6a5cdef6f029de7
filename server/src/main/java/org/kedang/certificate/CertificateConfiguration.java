package org.kedang.certificate;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;

import org.kedang.audit.Acts;
import org.kedang.kernel.ChinaTime;
import org.kedang.kernel.web.ConstraintProblems;
import org.kedang.notice.NoticeKinds;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.LocalTime;
import java.util.Map;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CertificateSettings.class)
class CertificateConfiguration {
    /** Before people come to work. */
    private static final LocalTime MORNING = LocalTime.of(7, 30);

    @Bean
    Acts certificateActs() {
        return Acts.of(CertificateAct.values());
    }

    @Bean
    NoticeKinds certificateNotices() {
        return NoticeKinds.of(CertificateNotice.values());
    }

    @Bean
    ConstraintProblems certificateConstraints() {
        return new ConstraintProblems(
                Map.of(
                        "certificate_replaced_once", CertificateProblem.CERTIFICATE_OVER,
                        "certificate_review_once", CertificateProblem.NO_REVIEW_DUE));
    }

    @Bean
    RecurringTask<Void> certificateReminders(RemindingOfCertificates reminding) {
        return Tasks.recurring("certificate-reminders", Schedules.daily(ChinaTime.ZONE, MORNING))
                .execute((instance, context) -> reminding.remind());
    }
}
