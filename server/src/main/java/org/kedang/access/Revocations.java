package org.kedang.access;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** What access reviews took back, for whoever wants it again. */
@Repository
class Revocations {
    /**
     * A role that a review took back.
     *
     * @param departmentId where it was held
     * @param validUntil last day that it had
     */
    record Revocation(
            String role, UUID departmentId, @Nullable LocalDate validUntil, UUID decidedBy) {}

    private final JdbcClient jdbc;

    Revocations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The last time that a review took this role from this person, who does not hold it now. */
    Optional<Revocation> find(UUID person, String role) {
        return jdbc.sql(
                        """
                        select l.role, g.department_id, g.valid_until, l.decided_by
                        from access_review_line l join role_grant g on g.id = l.role_grant_id
                        where l.person_id = :person and l.role = :role and l.state = 'REVOKED'
                          and not exists (
                            select 1 from role_grant h where h.person_id = l.person_id and h.role = l.role and h.state <> 'ENDED')
                        order by l.decided_at desc limit 1
                        """)
                .param("person", person)
                .param("role", role)
                .query(Revocation.class)
                .optional();
    }
}
