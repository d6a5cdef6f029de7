package org.kedang.deletion;

import org.kedang.audit.Acts;
import org.kedang.kernel.web.ConstraintProblems;
import org.kedang.notice.NoticeKinds;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.util.Map;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DeletionSettings.class)
class DeletionConfiguration {
    @Bean
    Acts deletionActs() {
        return Acts.of(DeletionAct.values());
    }

    @Bean
    NoticeKinds deletionNotices() {
        return NoticeKinds.of(DeletionNotice.values());
    }

    @Bean
    ConstraintProblems deletionConstraints() {
        return new ConstraintProblems(
                Map.of(
                        "customer_deletion_once", DeletionProblem.WAITING,
                        "customer_deletion_second_person", DeletionProblem.SECOND_PERSON));
    }
}
