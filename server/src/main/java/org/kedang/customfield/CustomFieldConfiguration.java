package org.kedang.customfield;

import org.kedang.audit.Acts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CustomFieldConfiguration {
    @Bean
    Acts customFieldActs() {
        return Acts.of(CustomFieldAct.values());
    }
}
