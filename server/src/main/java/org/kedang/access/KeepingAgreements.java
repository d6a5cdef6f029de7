package org.kedang.access;

import org.jspecify.annotations.Nullable;
import org.kedang.audit.Audit;
import org.kedang.audit.Entry;
import org.kedang.document.CheckingScans;
import org.kedang.identity.Directory;
import org.kedang.identity.Granting;
import org.kedang.identity.IdentityProblem;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Ids;
import org.kedang.kernel.Problem;
import org.kedang.storage.ContentStore;
import org.kedang.storage.FileName;
import org.kedang.storage.Incoming;
import org.kedang.storage.Keys;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.util.UUID;

/**
 * Recording and ending confidentiality agreements. The secret levels are open to a person exactly
 * as long as an agreement holds of which there is a scan.
 */
@Service
public class KeepingAgreements {
    /** A scan on its way out. */
    public record Scan(String name, Resource bytes) {}

    private final Agreements agreements;
    private final Granting granting;
    private final Directory directory;
    private final Keys keys;
    private final ContentStore store;
    private final CheckingScans scans;
    private final TransactionTemplate transaction;
    private final Audit audit;
    private final Clock clock;

    KeepingAgreements(
            Agreements agreements,
            Granting granting,
            Directory directory,
            Keys keys,
            ContentStore store,
            CheckingScans scans,
            TransactionTemplate transaction,
            Audit audit,
            Clock clock) {
        this.agreements = agreements;
        this.granting = granting;
        this.directory = directory;
        this.keys = keys;
        this.store = store;
        this.scans = scans;
        this.transaction = transaction;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Records an agreement; it opens nothing before its scan is attached.
     *
     * @throws Problem {@code own-grant}, {@code not-administered}, {@code invalid-input}, {@code
     *     not-found}
     */
    @Transactional
    public UUID record(Actor by, NewAgreement agreement) {
        requireOfficer(by, agreement.personId());
        if (agreement.validUntil().isBefore(agreement.validFrom())) {
            throw Problem.invalid(
                    "validUntil",
                    "out-of-range",
                    "终止日期不能早于生效日期。",
                    "The last day cannot come before the first.");
        }
        UUID id = Ids.next();
        if (agreement.personId() != null) {
            directory.person(agreement.personId());
        }
        agreements.add(id, agreement, keys.create(), by.id());
        audit.record(
                about(by, AccessAct.AGREEMENT_RECORDED, id, agreement.title(), agreement.personId())
                        .change("validFrom", null, agreement.validFrom())
                        .change("validUntil", null, agreement.validUntil()));
        return id;
    }

    /**
     * Ends an agreement ahead of its term; the secret levels close at once unless another holds.
     *
     * @throws Problem {@code own-grant}, {@code not-administered}, {@code agreement-ended}, {@code
     *     not-found}
     */
    @Transactional
    public void end(Actor by, UUID id, String reason) {
        Agreements.Held held = agreements.lock(id);
        requireOfficer(by, held.personId());
        requireAlive(held);
        agreements.end(id, by.id(), reason);
        audit.record(
                about(by, AccessAct.AGREEMENT_ENDED, id, held.title(), held.personId())
                        .reason(reason));
        follow(by, held.personId());
    }

    /**
     * Keeps the scan of an agreement, encrypted; a newer one takes the place of the older.
     *
     * @throws Problem {@code scan-refused}, {@code scan-unchecked}, {@code file-name-refused},
     *     {@code agreement-ended}, {@code not-found} and what storing refuses
     */
    public void attach(Actor by, UUID id, FileName name, byte[] bytes) {
        Agreements.Held held = agreements.get(id);
        requireOfficer(by, held.personId());
        scans.require(bytes);
        try (Incoming received =
                store.receive(held.key(), new ByteArrayInputStream(bytes), name.value())) {
            transaction.executeWithoutResult(status -> keep(by, id, name, received));
        }
    }

    private void keep(Actor by, UUID id, FileName name, Incoming received) {
        Agreements.Held held = agreements.lock(id);
        requireAlive(held);
        store.keep(received);
        agreements.attach(id, received.content().id(), name.value());
        if (held.content() != null) {
            store.remove(held.content());
        }
        audit.record(
                about(by, AccessAct.AGREEMENT_SCANNED, id, held.title(), held.personId())
                        .change("scan", held.contentName(), name.value())
                        .change("sha256", null, received.content().sha256()));
        follow(by, held.personId());
    }

    /**
     * The scan, for the security officer and the person who signed.
     *
     * @throws Problem {@code not-found}
     */
    public Scan scan(Actor by, UUID id) {
        Agreements.Held held = agreements.get(id);
        if (held.content() == null
                || held.contentName() == null
                || !(granting.isOfficer(by) || by.id().equals(held.personId()))) {
            throw Problem.notFound();
        }
        audit.recordRead(
                about(by, AccessAct.AGREEMENT_SCAN_READ, id, held.title(), held.personId()));
        return new Scan(held.contentName(), store.resource(held.content(), held.contentName()));
    }

    /** Terms begin, end and follow each other: what the clock does each day. */
    @Transactional
    public void keep() {
        agreements.listPeople().forEach(person -> follow(Actor.SYSTEM, person));
    }

    private void follow(Actor by, @Nullable UUID person) {
        if (person != null) {
            granting.openSecretLevels(
                    by,
                    person,
                    AgreementTerm.holdsUntil(agreements.termsOf(person), Days.today(clock)));
        }
    }

    /**
     * Agreements are kept by the security officer.
     *
     * @throws Problem {@code not-administered}
     */
    public void requireOfficer(Actor by) {
        if (!granting.isOfficer(by)) {
            throw Problem.of(IdentityProblem.NOT_ADMINISTERED);
        }
    }

    private void requireOfficer(Actor by, @Nullable UUID person) {
        if (by.id().equals(person)) {
            throw Problem.of(IdentityProblem.OWN_GRANT);
        }
        requireOfficer(by);
    }

    private static void requireAlive(Agreements.Held held) {
        if (held.ended()) {
            throw Problem.of(AccessProblem.AGREEMENT_ENDED);
        }
    }

    private static Entry about(
            Actor by, AccessAct act, UUID id, String title, @Nullable UUID person) {
        Entry entry = Entry.of(by, act).subject("agreement", id, title);
        return person == null ? entry : entry.within(person);
    }
}
