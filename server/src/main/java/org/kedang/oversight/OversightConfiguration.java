package org.kedang.oversight;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;

import org.kedang.audit.Acts;
import org.kedang.kernel.ChinaTime;
import org.kedang.kernel.web.ConstraintProblems;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.LocalTime;
import java.util.Map;

@Configuration(proxyBeanMethods = false)
class OversightConfiguration {
    @Bean
    Acts oversightActs() {
        return Acts.of(OversightAct.values());
    }

    @Bean
    ConstraintProblems oversightConstraints() {
        return new ConstraintProblems(
                Map.of(
                        "audit_round_signed", OversightProblem.ROUND_SIGNED,
                        "audit_round_signed_once", OversightProblem.ROUND_SIGNED));
    }

    @Bean
    RecurringTask<Void> activityCounting(CountingActivity counting) {
        return Tasks.recurring("oversight-activity", FixedDelay.ofSeconds(5))
                .execute(
                        (instance, context) -> {
                            while (counting.countNext() == CountingActivity.BATCH) {
                                // more is waiting
                            }
                        });
    }

    @Bean
    RecurringTask<Void> auditRoundsDaily(ReviewingLog reviewing) {
        return Tasks.recurring(
                        "oversight-rounds", Schedules.daily(ChinaTime.ZONE, LocalTime.of(2, 20)))
                .execute((instance, context) -> reviewing.keep());
    }
}
