package org.kedang.calendar;

import org.kedang.audit.Acts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CalendarConfiguration {
    @Bean
    Acts calendarActs() {
        return Acts.of(CalendarAct.values());
    }
}
