package org.kedang.contact;

import org.kedang.audit.Acts;
import org.kedang.kernel.KeyingPhones;
import org.kedang.kernel.web.ConstraintProblems;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.util.List;
import java.util.Map;

@Configuration(proxyBeanMethods = false)
class ContactConfiguration {
    @Bean
    Acts contactActs() {
        return Acts.of(ContactAct.values());
    }

    /** Keys of before there was one rule for telephone numbers. */
    @Bean
    KeyingPhones keyingContactsPhones() {
        return new KeyingPhones("202612010101", "contact", List.of("mobile", "phone"));
    }

    @Bean
    ConstraintProblems contactConstraints() {
        return new ConstraintProblems(
                Map.of(
                        "contact_one_main", ContactProblem.MAIN_CONTACT_TAKEN,
                        "contact_role_term_one_open", ContactProblem.ROLE_CHANGED_MEANWHILE));
    }
}
