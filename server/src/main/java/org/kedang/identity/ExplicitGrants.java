package org.kedang.identity;

import org.jspecify.annotations.Nullable;
import org.kedang.kernel.SqlPredicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What was opened to whom singly. */
@Repository
class ExplicitGrants {
    /** One of customer and dossier is named, and one of person and department. */
    record ExplicitGrant(
            UUID id,
            @Nullable UUID personId,
            @Nullable UUID departmentId,
            @Nullable UUID customerId,
            @Nullable UUID dossierId,
            boolean mayEdit,
            Instant validUntil,
            String reason,
            UUID grantedBy,
            Instant grantedAt) {

        Shareable.Kind kind() {
            return customerId == null ? Shareable.Kind.DOSSIER : Shareable.Kind.CUSTOMER;
        }

        UUID thing() {
            return java.util.Objects.requireNonNull(customerId == null ? dossierId : customerId);
        }
    }

    private final JdbcClient jdbc;
    private final Clock clock;

    ExplicitGrants(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(ExplicitGrant grant) {
        jdbc.sql(
                        """
                        insert into explicit_grant (id, person_id, department_id, customer_id, dossier_id, may_edit,
                                                    valid_until, reason, granted_by, granted_at)
                        values (:id, :personId, :departmentId, :customerId, :dossierId, :mayEdit, :validUntil, :reason,
                                :grantedBy, :grantedAt)
                        """)
                .param("id", grant.id())
                .param("personId", grant.personId())
                .param("departmentId", grant.departmentId())
                .param("customerId", grant.customerId())
                .param("dossierId", grant.dossierId())
                .param("mayEdit", grant.mayEdit())
                .param("validUntil", grant.validUntil().atOffset(ZoneOffset.UTC))
                .param("reason", grant.reason())
                .param("grantedBy", grant.grantedBy())
                .param("grantedAt", grant.grantedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The grant, if it still counts. */
    Optional<ExplicitGrant> findRunning(UUID id) {
        return list(SqlPredicate.of("id = :id", "id", id)).stream().findFirst();
    }

    /** Those that still count for the thing. */
    List<ExplicitGrant> listOfThing(Shareable.Kind kind, UUID thing) {
        String column =
                switch (kind) {
                    case CUSTOMER -> "customer_id";
                    case DOSSIER -> "dossier_id";
                };
        return list(SqlPredicate.of(column + " = :thing", "thing", thing));
    }

    /** Those that still count for the person, not those of departments. */
    List<ExplicitGrant> listOfPerson(UUID person) {
        return list(SqlPredicate.of("person_id = :person", "person", person));
    }

    private List<ExplicitGrant> list(SqlPredicate which) {
        return jdbc.sql(
                        """
                        select id, person_id, department_id, customer_id, dossier_id, may_edit, valid_until, reason,
                               granted_by, granted_at
                        from explicit_grant where ended_at is null and valid_until > :now and %s
                        order by granted_at desc, id
                        """
                                .formatted(which.sql()))
                .params(which.params())
                .param("now", now())
                .query(ExplicitGrant.class)
                .list();
    }

    /** Whether it still counted. */
    boolean end(UUID id, UUID by, @Nullable String reason) {
        return jdbc.sql(
                                """
                                update explicit_grant set ended_by = :by, ended_at = :now, end_reason = :reason
                                where id = :id and ended_at is null and valid_until > :now
                                """)
                        .param("id", id)
                        .param("by", by)
                        .param("reason", reason)
                        .param("now", now())
                        .update()
                == 1;
    }

    boolean isOpen(@Nullable UUID person, @Nullable UUID department) {
        return jdbc.sql(
                        """
                        select exists (select 1 from person where id = :person and state = 'ACTIVE')
                            or exists (select 1 from department where id = :department and closed_at is null)
                        """)
                .param("person", person, java.sql.Types.OTHER)
                .param("department", department, java.sql.Types.OTHER)
                .query(Boolean.class)
                .single();
    }

    boolean isOffice(@Nullable UUID person) {
        return person != null
                && jdbc.sql(
                                """
                                select exists (select 1 from role_grant
                                               where person_id = :person and administrator and state <> 'ENDED')
                                """)
                        .param("person", person)
                        .query(Boolean.class)
                        .single();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
