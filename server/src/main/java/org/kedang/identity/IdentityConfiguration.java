package org.kedang.identity;

import org.kedang.audit.Acts;
import org.kedang.kernel.web.ConstraintProblems;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.util.Map;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IdentitySettings.class)
class IdentityConfiguration {
    @Bean
    Acts identityActs() {
        return Acts.of(IdentityAct.values());
    }

    @Bean
    ConstraintProblems identityConstraints() {
        return new ConstraintProblems(
                Map.of(
                        "person_user_name_unique", IdentityProblem.USER_NAME_TAKEN,
                        "department_code_unique", IdentityProblem.DEPARTMENT_CODE_TAKEN,
                        "role_grant_one_office", IdentityProblem.TWO_OFFICES,
                        "role_grant_office_alone", IdentityProblem.TWO_OFFICES,
                        "role_grant_not_to_oneself", IdentityProblem.OWN_GRANT));
    }
}
