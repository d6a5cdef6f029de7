package org.kedang.signin;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;
import org.kedang.audit.Audit;
import org.kedang.audit.Entry;
import org.kedang.identity.Directory;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Ids;
import org.kedang.kernel.Problem;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Which identity at the OpenID provider is which person here. */
@Service
public class IdentityLinks {
    /** An identity as its person sees it. */
    @Schema(name = "IdentityLink")
    public record LinkView(
            UUID id, String issuer, String label, Instant linkedAt, @Nullable Instant lastUsedAt) {}

    private final JdbcClient jdbc;
    private final Directory directory;
    private final OidcSettings settings;
    private final Audit audit;
    private final Clock clock;

    IdentityLinks(
            JdbcClient jdbc, Directory directory, OidcSettings settings, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.directory = directory;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Links an identity to a person.
     *
     * @throws Problem {@code identity-taken} if it belongs to somebody already, {@code not-found}
     *     for a program's account
     */
    @Transactional
    public UUID link(Actor actor, UUID person, String issuer, String subject, String label) {
        String name = directory.person(person).name();
        if (!directory.isEmployee(person)) {
            throw Problem.notFound();
        }
        UUID id = Ids.next();
        try {
            insert(id, actor, person, issuer, subject, label);
        } catch (DuplicateKeyException e) {
            throw Problem.of(SignInProblem.IDENTITY_TAKEN);
        }
        audit.record(
                Entry.of(actor, SignInAct.IDENTITY_LINKED)
                        .subject("person", person, name)
                        .change("identity", null, label));
        return id;
    }

    /** Links an identity of the configured provider, by an administrator for somebody else. */
    @Transactional
    public UUID linkFor(Actor actor, UUID person, String subject) {
        if (actor.id().equals(person)) {
            throw Problem.of(SignInProblem.OWN_IDENTITY);
        }
        return link(actor, person, settings.issuer(), subject, subject);
    }

    private void insert(
            UUID id, Actor actor, UUID person, String issuer, String subject, String label) {
        jdbc.sql(
                        """
                        insert into identity_link (id, person_id, issuer, subject, label, linked_by, linked_at)
                        values (:id, :person, :issuer, :subject, :label, :actor, :now)
                        """)
                .param("id", id)
                .param("person", person)
                .param("issuer", issuer)
                .param("subject", subject)
                .param("label", label)
                .param("actor", actor.id())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Whose identity this is; notes that it was used. */
    Optional<UUID> use(String issuer, String subject) {
        return jdbc.sql(
                        "update identity_link set last_used_at = :now where issuer = :issuer and"
                                + " subject = :subject returning person_id")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("issuer", issuer)
                .param("subject", subject)
                .query(UUID.class)
                .optional();
    }

    public List<LinkView> list(Actor actor) {
        return jdbc.sql("select * from identity_link where person_id = :person order by linked_at")
                .param("person", actor.id())
                .query(
                        (row, n) ->
                                new LinkView(
                                        row.getObject("id", UUID.class),
                                        row.getString("issuer"),
                                        row.getString("label"),
                                        row.getObject("linked_at", OffsetDateTime.class)
                                                .toInstant(),
                                        instant(
                                                row.getObject(
                                                        "last_used_at", OffsetDateTime.class))))
                .list();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    @Transactional
    public void unlink(Actor actor, UUID id) {
        String label =
                jdbc.sql(
                                "delete from identity_link where id = :id and person_id = :person"
                                        + " returning label")
                        .param("id", id)
                        .param("person", actor.id())
                        .query(String.class)
                        .optional()
                        .orElseThrow(Problem::notFound);
        audit.record(
                Entry.of(actor, SignInAct.IDENTITY_UNLINKED)
                        .subject("person", actor.id(), actor.name())
                        .change("identity", label, null));
    }
}
