package org.kedang.signin;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import org.kedang.audit.Acts;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Clock;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({SignInSettings.class, PasskeySettings.class})
class SignInConfiguration {
    @Bean
    Acts signInActs() {
        return Acts.of(SignInAct.values());
    }

    @Bean
    RecurringTask<Void> guessSweep(Guesses guesses, Clock clock) {
        return Tasks.recurring("signin-guess-sweep", FixedDelay.ofHours(1))
                .execute((instance, context) -> guesses.sweep(clock.instant()));
    }
}
