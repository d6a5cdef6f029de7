package org.kedang.feedback;

import org.kedang.audit.Acts;
import org.kedang.notice.NoticeKinds;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class FeedbackConfiguration {
    @Bean
    Acts feedbackActs() {
        return Acts.of(FeedbackAct.values());
    }

    @Bean
    NoticeKinds feedbackNotices() {
        return NoticeKinds.of(FeedbackNotice.values());
    }
}
