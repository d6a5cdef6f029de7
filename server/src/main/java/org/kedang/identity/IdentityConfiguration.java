package org.kedang.identity;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;

import org.kedang.audit.Acts;
import org.kedang.kernel.ChinaTime;
import org.kedang.kernel.Problem;
import org.kedang.kernel.web.ConstraintProblems;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.LocalTime;
import java.util.Map;
import java.util.UUID;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IdentitySettings.class)
class IdentityConfiguration {
    private static final Logger log = LoggerFactory.getLogger(IdentityConfiguration.class);

    @Bean
    Acts identityActs() {
        return Acts.of(IdentityAct.values());
    }

    @Bean
    ConstraintProblems identityConstraints() {
        return new ConstraintProblems(
                Map.ofEntries(
                        Map.entry("person_user_name_unique", IdentityProblem.USER_NAME_TAKEN),
                        Map.entry("department_code_unique", IdentityProblem.DEPARTMENT_CODE_TAKEN),
                        Map.entry("department_open", IdentityProblem.DEPARTMENT_CLOSED),
                        Map.entry("position_code_unique", IdentityProblem.POSITION_CODE_TAKEN),
                        Map.entry("post_once", IdentityProblem.POST_HELD),
                        Map.entry("person_group_name_unique", IdentityProblem.GROUP_NAME_TAKEN),
                        Map.entry("role_grant_once", IdentityProblem.ALREADY_GRANTED),
                        Map.entry("role_grant_one_office", IdentityProblem.TWO_OFFICES),
                        Map.entry("role_grant_office_alone", IdentityProblem.TWO_OFFICES),
                        Map.entry("role_grant_not_to_oneself", IdentityProblem.OWN_GRANT)));
    }

    /** Shortly after midnight, and at once when the server was down then. */
    @Bean
    RecurringTask<Void> postTurn(Posts posts) {
        return Tasks.recurring(
                        "identity-post-turn", Schedules.daily(ChinaTime.ZONE, LocalTime.of(0, 5)))
                .execute((instance, context) -> turn(posts));
    }

    /** A post that cannot turn must not hold up the others. */
    static void turn(Posts posts) {
        for (UUID post : posts.listDue()) {
            try {
                posts.turn(post);
            } catch (Problem e) {
                log.warn("Post {} stays as it is: {}", post, e.type().slug());
            }
        }
    }
}
