package org.kedang.access;

import org.kedang.audit.Acts;
import org.kedang.kernel.web.ConstraintProblems;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.util.Map;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReviewSettings.class)
class AccessConfiguration {
    @Bean
    Acts accessActs() {
        return Acts.of(AccessAct.values());
    }

    @Bean
    ConstraintProblems accessConstraints() {
        return new ConstraintProblems(
                Map.of(
                        "rights_request_once", AccessProblem.ALREADY_REQUESTED,
                        "rights_request_one_definition", AccessProblem.ALREADY_REQUESTED,
                        "rights_request_second_person", AccessProblem.OWN_REQUEST));
    }
}
