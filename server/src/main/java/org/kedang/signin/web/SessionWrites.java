package org.kedang.signin.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;

/**
 * When a session was last used is kept to the minute: to the request, it would cost every request a
 * write that waits for the disk.
 */
@Configuration(proxyBeanMethods = false)
class SessionWrites {
    /**
     * Milliseconds are what the table has; the values come in the order of Spring Session's own.
     */
    private static final String UPDATE =
            """
            update %TABLE_NAME% kept set session_id = used.session_id, last_access_time = used.at,
                max_inactive_interval = used.patience, expiry_time = used.expiry, principal_name = used.principal
            from (values (?::char(36), ?::bigint, ?::int, ?::bigint, ?::varchar, ?::char(36)))
                used (session_id, at, patience, expiry, principal, id)
            where kept.primary_id = used.id
              and (used.at - kept.last_access_time >= 60000 or kept.session_id <> used.session_id
                or kept.max_inactive_interval <> used.patience
                or kept.principal_name is distinct from used.principal)
            """;

    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> usedToTheMinute() {
        return sessions -> sessions.setUpdateSessionQuery(UPDATE);
    }
}
