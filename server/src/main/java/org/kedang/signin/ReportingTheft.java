package org.kedang.signin;

import org.kedang.audit.Audit;
import org.kedang.audit.Entry;
import org.kedang.identity.Credential;
import org.kedang.identity.Credentials;
import org.kedang.kernel.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.util.UUID;

/**
 * "My account is stolen": nobody gets in from this moment on, sessions and tokens are gone, and
 * only a second person opens the account again, by giving a new password.
 */
@Service
public class ReportingTheft {
    private final Credentials credentials;
    private final Sessions sessions;
    private final Tokens tokens;
    private final KnownDevices devices;
    private final SigningIn signingIn;
    private final Audit audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    ReportingTheft(
            Credentials credentials,
            Sessions sessions,
            Tokens tokens,
            KnownDevices devices,
            SigningIn signingIn,
            Audit audit,
            Clock clock,
            TransactionTemplate transaction) {
        this.credentials = credentials;
        this.sessions = sessions;
        this.tokens = tokens;
        this.devices = devices;
        this.signingIn = signingIn;
        this.audit = audit;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** By the owner, or by another person who may manage accounts. */
    @Transactional
    public void report(Actor by, UUID person) {
        Credential account = credentials.lock(person);
        lock(account);
        audit.record(
                Entry.of(by, SignInAct.REPORTED_STOLEN).subject("person", person, account.name()));
    }

    private void lock(Credential account) {
        account.reportStolen(clock.instant());
        credentials.store(account);
        sessions.endAll(account.id(), "");
        tokens.revokeAll(account.id());
        devices.forget(account.id());
    }

    /**
     * By the owner from the sign-in page, with name and password; a wrong one counts as a guess.
     */
    public void report(String userName, String password, Origin origin) {
        // a wrong guess must count, so the proof has a transaction of its own
        UUID person = signingIn.prove(userName, password, origin);
        transaction.executeWithoutResult(
                status -> {
                    Credential account = credentials.lock(person);
                    lock(account);
                    audit.record(SigningIn.about(account, SignInAct.REPORTED_STOLEN, origin));
                });
    }
}
