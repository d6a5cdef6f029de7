package org.kedang.signin;

import org.kedang.audit.Acts;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({SignInSettings.class, PasskeySettings.class})
class SignInConfiguration {
    @Bean
    Acts signInActs() {
        return Acts.of(SignInAct.values());
    }
}
