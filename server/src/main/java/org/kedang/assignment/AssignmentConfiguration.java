package org.kedang.assignment;

import org.kedang.audit.Acts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AssignmentConfiguration {
    @Bean
    Acts assignmentActs() {
        return Acts.of(AssignmentAct.values());
    }
}
