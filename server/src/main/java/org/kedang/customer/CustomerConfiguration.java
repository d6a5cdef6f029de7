package org.kedang.customer;

import org.kedang.audit.Acts;
import org.kedang.kernel.KeyingPhones;
import org.kedang.kernel.web.ConstraintProblems;
import org.kedang.notice.NoticeKinds;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.util.List;
import java.util.Map;

@Configuration(proxyBeanMethods = false)
class CustomerConfiguration {
    @Bean
    Acts customerActs() {
        return Acts.of(CustomerAct.values());
    }

    @Bean
    NoticeKinds customerNotices() {
        return NoticeKinds.of(CustomerNotice.values());
    }

    /** Keys of before there was one rule for telephone numbers. */
    @Bean
    KeyingPhones keyingCustomersPhones() {
        return new KeyingPhones("202612010100", "customer", List.of("phone"));
    }

    @Bean
    ConstraintProblems customerConstraints() {
        return new ConstraintProblems(
                Map.of(
                        "customer_credit_code_unique", CustomerProblem.DUPLICATE_CREDIT_CODE,
                        "customer_id_number_unique", CustomerProblem.DUPLICATE_ID_NUMBER));
    }
}
