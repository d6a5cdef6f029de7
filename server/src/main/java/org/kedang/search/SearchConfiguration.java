package org.kedang.search;

import org.kedang.audit.Acts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SearchConfiguration {
    @Bean
    Acts searchActs() {
        return Acts.of(SearchAct.values());
    }
}
