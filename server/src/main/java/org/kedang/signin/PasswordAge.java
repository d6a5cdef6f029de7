package org.kedang.signin;

import org.kedang.identity.Credential;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.util.Optional;

/** When a password has served long enough. */
@Component
class PasswordAge {
    private final PastPasswords past;
    private final SignInSettings settings;

    PasswordAge(PastPasswords past, SignInSettings settings) {
        this.past = past;
        this.settings = settings;
    }

    boolean isOver(Credential person, Instant now) {
        return end(person).filter(end -> !now.isBefore(end)).isPresent();
    }

    /** When the present password must be changed; empty if passwords do not age here. */
    Optional<Instant> end(Credential person) {
        if (settings.passwordAge().isZero() || person.directoryId() != null) {
            return Optional.empty();
        }
        Instant chosen = past.lastReplaced(person.id()).orElseGet(person::createdAt);
        return Optional.of(chosen.plus(settings.passwordAge()));
    }
}
