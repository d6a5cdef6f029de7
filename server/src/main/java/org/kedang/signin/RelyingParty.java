package org.kedang.signin;

import com.webauthn4j.util.exception.WebAuthnException;

import org.jspecify.annotations.Nullable;
import org.kedang.identity.Directory;
import org.kedang.kernel.Problem;
import org.springframework.core.env.Environment;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialParameters;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Asks and judges as a WebAuthn relying party. The device must verify its user (finger, face, PIN),
 * so a passkey proves both what one has and who one is.
 */
@Component
class RelyingParty {
    static final List<PublicKeyCredentialParameters> KEYS =
            List.of(
                    PublicKeyCredentialParameters.EdDSA,
                    PublicKeyCredentialParameters.ES256,
                    PublicKeyCredentialParameters.RS256);

    private final PasskeySettings settings;
    private final PasskeyStore store;
    private final Directory directory;
    private final Environment environment;
    private volatile @Nullable Webauthn4JRelyingPartyOperations operations;

    RelyingParty(
            PasskeySettings settings,
            PasskeyStore store,
            Directory directory,
            Environment environment) {
        this.settings = settings;
        this.store = store;
        this.directory = directory;
        this.environment = environment;
    }

    /** Keeps the new passkey, or refuses what was not made for this question at this place. */
    void register(UUID person, String challenge, PasskeyAnswer.Created answer, String name) {
        try {
            var options =
                    PublicKeyCredentialCreationOptions.builder()
                            .rp(entity())
                            .user(user(person))
                            .challenge(Bytes.fromBase64(challenge))
                            .pubKeyCredParams(KEYS)
                            .authenticatorSelection(
                                    AuthenticatorSelectionCriteria.builder()
                                            .residentKey(ResidentKeyRequirement.REQUIRED)
                                            .userVerification(UserVerificationRequirement.REQUIRED)
                                            .build())
                            .build();
            operations()
                    .registerCredential(
                            new ImmutableRelyingPartyRegistrationRequest(
                                    options, new RelyingPartyPublicKey(answer.credential(), name)));
        } catch (WebAuthnException | IllegalArgumentException e) {
            throw Problem.of(SignInProblem.PASSKEY_REFUSED);
        }
    }

    /** Whose passkey signed the challenge. */
    UUID prove(String challenge, PasskeyAnswer.Signed answer) {
        try {
            var options =
                    PublicKeyCredentialRequestOptions.builder()
                            .rpId(settings.domain())
                            .challenge(Bytes.fromBase64(challenge))
                            .userVerification(UserVerificationRequirement.REQUIRED)
                            .build();
            var request = new RelyingPartyAuthenticationRequest(options, answer.credential());
            return PasskeyStore.person(operations().authenticate(request).getId());
        } catch (WebAuthnException | IllegalArgumentException e) {
            throw Problem.of(SignInProblem.PASSKEY_REFUSED);
        }
    }

    private Webauthn4JRelyingPartyOperations operations() {
        Webauthn4JRelyingPartyOperations known = operations;
        if (known == null) {
            known = new Webauthn4JRelyingPartyOperations(new Users(), store, entity(), origins());
            operations = known;
        }
        return known;
    }

    private PublicKeyCredentialRpEntity entity() {
        return PublicKeyCredentialRpEntity.builder()
                .id(settings.domain())
                .name(settings.name())
                .build();
    }

    /** The port is known only once the server listens. */
    private Set<String> origins() {
        if (!settings.origins().isEmpty()) {
            return settings.origins();
        }
        String secure = "https://" + settings.domain();
        return settings.domain().equals("localhost")
                ? Set.of(secure, "http://localhost:" + environment.getProperty("local.server.port"))
                : Set.of(secure);
    }

    private PublicKeyCredentialUserEntity user(UUID person) {
        Directory.PersonName name = directory.person(person);
        return ImmutablePublicKeyCredentialUserEntity.builder()
                .id(PasskeyStore.handle(person))
                .name(name.userName())
                .displayName(name.name())
                .build();
    }

    /** People are the directory's; WebAuthn only reads them. */
    private final class Users implements PublicKeyCredentialUserEntityRepository {
        @Override
        public PublicKeyCredentialUserEntity findById(Bytes handle) {
            return user(PasskeyStore.person(handle));
        }

        @Override
        public @Nullable PublicKeyCredentialUserEntity findByUsername(String userName) {
            return null;
        }

        @Override
        public void save(PublicKeyCredentialUserEntity user) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void delete(Bytes handle) {
            throw new UnsupportedOperationException();
        }
    }
}
