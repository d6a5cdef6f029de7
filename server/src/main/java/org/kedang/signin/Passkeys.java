package org.kedang.signin;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;
import org.kedang.audit.Audit;
import org.kedang.audit.Entry;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Problem;
import org.kedang.signin.Ceremonies.Kind;
import org.kedang.signin.PasskeyOptions.Descriptor;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** A person's passkeys: adding, listing, removing, and proving who one is with one of them. */
@Service
public class Passkeys {
    /** More than anybody has devices. */
    private static final int MOST = 20;

    private static final String TYPE = "public-key";
    private static final String REQUIRED = "required";

    /**
     * A passkey as its owner sees it.
     *
     * @param synced whether the device copies it to the owner's other devices
     */
    @Schema(name = "Passkey")
    public record PasskeyView(
            UUID id,
            String name,
            Instant createdAt,
            @Nullable Instant lastUsedAt,
            boolean synced) {}

    private final Ceremonies ceremonies;
    private final RelyingParty relyingParty;
    private final PasskeyStore store;
    private final PasskeySettings settings;
    private final SecondSteps secondSteps;
    private final JdbcClient jdbc;
    private final Audit audit;

    Passkeys(
            Ceremonies ceremonies,
            RelyingParty relyingParty,
            PasskeyStore store,
            PasskeySettings settings,
            SecondSteps secondSteps,
            JdbcClient jdbc,
            Audit audit) {
        this.ceremonies = ceremonies;
        this.relyingParty = relyingParty;
        this.store = store;
        this.settings = settings;
        this.secondSteps = secondSteps;
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** The domain that must stand in the address bar for passkeys to work. */
    public String domain() {
        return settings.domain();
    }

    public PasskeyOptions.PasskeyRegistration beginRegistration(Actor actor) {
        String challenge = Bytes.random().toBase64UrlString();
        UUID ceremony = ceremonies.begin(Kind.PASSKEY_REGISTRATION, actor.id(), challenge);
        var user =
                new PasskeyOptions.User(
                        PasskeyStore.handle(actor.id()).toBase64UrlString(),
                        actor.userName(),
                        actor.name());
        return new PasskeyOptions.PasskeyRegistration(
                ceremony,
                new PasskeyOptions.Creation(
                        new PasskeyOptions.RelyingParty(settings.domain(), settings.name()),
                        user,
                        challenge,
                        RelyingParty.KEYS.stream()
                                .map(k -> new PasskeyOptions.Parameter(TYPE, k.getAlg().getValue()))
                                .toList(),
                        Ceremonies.ANSWER_WITHIN.toMillis(),
                        descriptors(actor.id()),
                        new PasskeyOptions.Selection(REQUIRED, REQUIRED),
                        "none"));
    }

    private List<Descriptor> descriptors(UUID person) {
        return store.findByUserId(PasskeyStore.handle(person)).stream()
                .map(p -> new Descriptor(TYPE, p.getCredentialId().toBase64UrlString()))
                .toList();
    }

    /** Keeps the passkey the browser made; the same device cannot be added twice. */
    @Transactional
    public PasskeyView register(Actor actor, PasskeyAnswer.Created answer, String name) {
        String challenge =
                ceremonies
                        .take(answer.ceremony(), Kind.PASSKEY_REGISTRATION, actor.id())
                        .orElseThrow(() -> Problem.of(SignInProblem.PASSKEY_REFUSED));
        if (list(actor).size() >= MOST) {
            throw Problem.of(SignInProblem.TOO_MANY_PASSKEYS, MOST);
        }
        try {
            relyingParty.register(actor.id(), challenge, answer, name);
        } catch (DuplicateKeyException e) {
            throw Problem.of(SignInProblem.PASSKEY_REFUSED);
        }
        secondSteps.passkeysChanged(actor.id());
        PasskeyView added = list(actor).getFirst();
        audit.record(
                Entry.of(actor, SignInAct.PASSKEY_ADDED)
                        .subject("passkey", added.id(), name)
                        .within(actor.id()));
        return added;
    }

    /** The person's passkeys, the newest first. */
    public List<PasskeyView> list(Actor actor) {
        return jdbc.sql(
                        "select * from passkey where person_id = :person order by created_at desc,"
                                + " id desc")
                .param("person", actor.id())
                .query(
                        (row, n) ->
                                new PasskeyView(
                                        row.getObject("id", UUID.class),
                                        row.getString("name"),
                                        row.getObject("created_at", OffsetDateTime.class)
                                                .toInstant(),
                                        instant(
                                                row.getObject(
                                                        "last_used_at", OffsetDateTime.class)),
                                        row.getBoolean("backed_up")))
                .list();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    @Transactional
    public void remove(Actor actor, UUID id) {
        String name =
                jdbc.sql(
                                "delete from passkey where id = :id and person_id = :person"
                                        + " returning name")
                        .param("id", id)
                        .param("person", actor.id())
                        .query(String.class)
                        .optional()
                        .orElseThrow(Problem::notFound);
        secondSteps.passkeysChanged(actor.id());
        audit.record(
                Entry.of(actor, SignInAct.PASSKEY_REMOVED)
                        .subject("passkey", id, name)
                        .within(actor.id()));
    }

    /** Asks for any passkey of this system; the person is known only from the answer. */
    public PasskeyOptions.PasskeyProof beginSignIn() {
        String challenge = Bytes.random().toBase64UrlString();
        UUID ceremony = ceremonies.begin(Kind.PASSKEY_PROOF, null, challenge);
        return new PasskeyOptions.PasskeyProof(
                ceremony,
                new PasskeyOptions.Request(
                        challenge,
                        Ceremonies.ANSWER_WITHIN.toMillis(),
                        settings.domain(),
                        List.of(),
                        REQUIRED));
    }

    /**
     * Whose passkey signed the question; a question is used up even by a wrong answer.
     *
     * @throws Problem {@code passkey-refused}
     */
    @Transactional(noRollbackFor = Problem.class)
    public UUID prove(PasskeyAnswer.Signed answer) {
        String challenge =
                ceremonies
                        .take(answer.ceremony(), Kind.PASSKEY_PROOF, null)
                        .orElseThrow(() -> Problem.of(SignInProblem.PASSKEY_REFUSED));
        return relyingParty.prove(challenge, answer);
    }
}
