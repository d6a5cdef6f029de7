package org.kedang.approval;

import org.kedang.audit.Acts;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ApprovalSettings.class)
class ApprovalConfiguration {
    @Bean
    Acts approvalActs() {
        return Acts.of(ApprovalAct.values());
    }
}
