package org.kedang.signin;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.DisabledSchedule;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import org.kedang.audit.Acts;
import org.kedang.kernel.Actor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Clock;
import java.time.Duration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({
    SignInSettings.class,
    PasskeySettings.class,
    OidcSettings.class,
    LdapSettings.class
})
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

    /** Only where a directory is configured. */
    @Bean
    @ConditionalOnExpression("!'${kedang.signin.ldap.url:}'.isBlank()")
    RecurringTask<Void> directoryRun(Synchronising synchronising, LdapSettings settings) {
        Duration every = settings.every();
        return Tasks.recurring(
                        "signin-directory-run",
                        every.isZero() ? new DisabledSchedule() : FixedDelay.of(every))
                .execute((instance, context) -> synchronising.run(Actor.SYSTEM));
    }
}
