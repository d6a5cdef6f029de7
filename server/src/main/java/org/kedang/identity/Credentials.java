package org.kedang.identity;

import org.kedang.kernel.Problem;
import org.springframework.stereotype.Service;

import java.util.Optional;
import java.util.UUID;

/** Accounts as sign-in needs them, each held until the caller's transaction ends. */
@Service
public class Credentials {
    private final People people;
    private final Accounts accounts;

    Credentials(People people, Accounts accounts) {
        this.people = people;
        this.accounts = accounts;
    }

    /** The account by its lower-case user name, which nobody else can change meanwhile. */
    public Optional<Credential> lock(String userName) {
        return people.lockByUserName(userName).map(Credential.class::cast);
    }

    /** The account, which nobody else can change meanwhile, or a {@code not-found} problem. */
    public Credential lock(UUID person) {
        return people.lockById(person).orElseThrow(Problem::notFound);
    }

    /** Writes what was decided; it counts here from the next request on. */
    public void store(Credential credential) {
        people.flush();
        accounts.forget(credential.id());
    }
}
