package org.kedang.consent;

import org.kedang.audit.Acts;
import org.kedang.kernel.web.ConstraintProblems;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.util.Map;

@Configuration(proxyBeanMethods = false)
class ConsentConfiguration {
    @Bean
    Acts consentActs() {
        return Acts.of(ConsentAct.values());
    }

    @Bean
    ConstraintProblems consentConstraints() {
        return new ConstraintProblems(
                Map.of(
                        "consent_purpose_code_unique", ConsentProblem.PURPOSE_CODE_TAKEN,
                        "consent_scan_pkey", ConsentProblem.SCAN_KEPT));
    }
}
