package org.kedang.kernel;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Clock;

/** The one clock that all rules about time read. */
@Configuration(proxyBeanMethods = false)
class KernelConfiguration {
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
