package org.kedang.preference;

import org.kedang.audit.Acts;
import org.kedang.kernel.web.ConstraintProblems;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.util.Map;

@Configuration(proxyBeanMethods = false)
class PreferenceConfiguration {
    @Bean
    Acts preferenceActs() {
        return Acts.of(PreferenceAct.values());
    }

    @Bean
    ConstraintProblems preferenceConstraints() {
        return new ConstraintProblems(
                Map.of(
                        "customer_identifier_once", PreferenceProblem.IDENTIFIER_KNOWN,
                        "customer_identifier_member", PreferenceProblem.MEMBER_NUMBER_TAKEN,
                        "preference_topic_unique", PreferenceProblem.TOPIC_KNOWN));
    }
}
