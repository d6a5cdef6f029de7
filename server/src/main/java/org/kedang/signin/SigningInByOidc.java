package org.kedang.signin;

import org.jspecify.annotations.Nullable;
import org.kedang.identity.Directory;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Problem;
import org.kedang.signin.Ceremonies.Kind;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Service;

import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Signing in at the company's OpenID provider (OpenID Connect Core 1.0, section 3.1). The provider
 * says who somebody is and nothing else: which account that is, and what it may, is kept here.
 */
@Service
public class SigningInByOidc {
    /**
     * A question on its way to the provider.
     *
     * @param mark what the browser keeps meanwhile, to show that it is the one that asked
     */
    public record Asked(String location, String mark) {}

    /** What came of an answer. */
    public sealed interface Outcome {
        /** Somebody proved to be this person and wanted to go back to that page. */
        record Proved(UUID person, String back) implements Outcome {}

        /** The identity belongs to the person who asked for it now. */
        record Linked() implements Outcome {}
    }

    /**
     * @param linking who wants to link an identity; {@code null} for signing in
     */
    private record Kept(OidcProvider.Question question, @Nullable UUID linking, String back) {}

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final OidcProvider provider;
    private final OidcSettings settings;
    private final Ceremonies ceremonies;
    private final IdentityLinks links;
    private final Directory directory;

    SigningInByOidc(
            OidcProvider provider,
            OidcSettings settings,
            Ceremonies ceremonies,
            IdentityLinks links,
            Directory directory) {
        this.provider = provider;
        this.settings = settings;
        this.ceremonies = ceremonies;
        this.links = links;
        this.directory = directory;
    }

    /** What stands on the button, if there is one. */
    public Optional<String> button() {
        return settings.isOn() ? Optional.of(settings.text()) : Optional.empty();
    }

    /**
     * Asks the provider who is there.
     *
     * @param here the address of this system as the request had it
     * @param back the page to return to
     * @throws Problem {@code not-found} if this way is off, {@code oidc-unreachable}
     */
    public Asked beginSignIn(String here, String back) {
        return begin(here, null, back);
    }

    /** Asks the provider for an identity that will belong to the actor. */
    public Asked beginLinking(Actor actor, String here) {
        return begin(here, actor.id(), "/me");
    }

    private Asked begin(String here, @Nullable UUID linking, String back) {
        if (!settings.isOn()) {
            throw Problem.notFound();
        }
        String address = settings.address().isBlank() ? here : settings.address();
        var question = provider.question(address + "/api/session/oidc/callback");
        String location = provider.address(question);
        UUID id =
                ceremonies.begin(
                        Kind.OIDC,
                        null,
                        JSON.writeValueAsString(new Kept(question, linking, back)));
        return new Asked(location, id + "." + question.binding());
    }

    /**
     * Judges the provider's answer.
     *
     * @param mark what the browser kept
     * @throws Problem {@code oidc-refused}, {@code identity-unknown}, {@code identity-taken}
     */
    public Outcome finish(
            @Nullable String mark,
            @Nullable String state,
            @Nullable String code,
            Actor.Connection from) {
        Kept kept = kept(mark);
        if (state == null || code == null) {
            throw Problem.of(SignInProblem.OIDC_REFUSED);
        }
        OidcUser user = provider.judge(kept.question(), state, code);
        UUID linking = kept.linking();
        if (linking != null) {
            Actor person = actor(linking, from);
            links.link(person, linking, issuer(user), subject(user), label(user));
            return new Outcome.Linked();
        }
        return new Outcome.Proved(person(user, from), kept.back());
    }

    private Kept kept(@Nullable String mark) {
        try {
            String[] parts = mark == null ? new String[0] : mark.split("\\.", 2);
            if (parts.length == 2) {
                Kept kept =
                        ceremonies
                                .take(UUID.fromString(parts[0]), Kind.OIDC, null)
                                .map(text -> JSON.readValue(text, Kept.class))
                                .orElse(null);
                if (kept != null && same(kept.question().binding(), parts[1])) {
                    return kept;
                }
            }
        } catch (IllegalArgumentException e) {
            // not a mark of ours
        }
        throw Problem.of(SignInProblem.OIDC_REFUSED);
    }

    private static boolean same(String expected, String given) {
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    private UUID person(OidcUser user, Actor.Connection from) {
        return links.use(issuer(user), subject(user))
                .or(() -> byUserName(user, from))
                .orElseThrow(() -> Problem.of(SignInProblem.IDENTITY_UNKNOWN));
    }

    private Optional<UUID> byUserName(OidcUser user, Actor.Connection from) {
        if (settings.linking() != OidcSettings.Linking.USER_NAME || !isTrusted(user)) {
            return Optional.empty();
        }
        Optional<UUID> found = directory.findEmployee(label(user).toLowerCase(Locale.ROOT));
        found.ifPresent(
                person ->
                        links.link(
                                actor(person, from),
                                person,
                                issuer(user),
                                subject(user),
                                label(user)));
        return found;
    }

    /** An address of which the provider does not say that it is verified names nobody. */
    private boolean isTrusted(OidcUser user) {
        return !settings.userNameClaim().equals("email")
                || Boolean.TRUE.equals(user.getEmailVerified());
    }

    private static String issuer(OidcUser user) {
        return Objects.requireNonNull(user.getIssuer()).toString();
    }

    private static String subject(OidcUser user) {
        return Objects.requireNonNull(user.getSubject());
    }

    private String label(OidcUser user) {
        String name = user.getClaimAsString(settings.userNameClaim());
        return name == null || name.isBlank() ? subject(user) : name;
    }

    private Actor actor(UUID person, Actor.Connection from) {
        Directory.PersonName name = directory.person(person);
        return Actor.named(person, name.userName(), name.name(), name.departmentId(), from);
    }
}
