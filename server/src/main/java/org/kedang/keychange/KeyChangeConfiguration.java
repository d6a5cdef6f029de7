package org.kedang.keychange;

import org.kedang.audit.Acts;
import org.kedang.kernel.web.ConstraintProblems;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.util.Map;

@Configuration(proxyBeanMethods = false)
class KeyChangeConfiguration {
    @Bean
    Acts keyChangeActs() {
        return Acts.of(KeyChangeAct.values());
    }

    @Bean
    ConstraintProblems keyChangeConstraints() {
        return new ConstraintProblems(
                Map.of("key_change_field_waits_once", KeyChangeProblem.WAITS_ALREADY));
    }
}
