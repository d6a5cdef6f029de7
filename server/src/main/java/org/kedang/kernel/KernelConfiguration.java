package org.kedang.kernel;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

import java.time.Clock;

import javax.sql.DataSource;

@Configuration(proxyBeanMethods = false)
class KernelConfiguration {
    /** The one clock that all rules about time read. */
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    JdbcTemplate jdbcTemplate(DataSource source) {
        return new NestingJdbcTemplate(source);
    }
}
