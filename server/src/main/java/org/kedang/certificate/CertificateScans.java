package org.kedang.certificate;

import org.kedang.audit.Audit;
import org.kedang.customer.ReachingCustomers;
import org.kedang.document.CheckingScans;
import org.kedang.identity.Visibilities;
import org.kedang.identity.Visibility;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Permission;
import org.kedang.kernel.Problem;
import org.kedang.storage.ContentStore;
import org.kedang.storage.FileName;
import org.kedang.storage.Incoming;
import org.kedang.storage.KeyId;
import org.kedang.storage.Keys;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

import java.io.ByteArrayInputStream;
import java.util.Objects;
import java.util.UUID;

/** Scans of certificates, encrypted, each certificate's with a key of its own. */
@Service
public class CertificateScans {
    /** A scan on its way out. */
    public record Scan(String name, Resource bytes) {}

    private final Certificates certificates;
    private final ReadingCertificates reading;
    private final ReachingCustomers reaching;
    private final Visibilities visibilities;
    private final Keys keys;
    private final ContentStore store;
    private final CheckingScans checking;
    private final TransactionTemplate transaction;
    private final Audit audit;

    CertificateScans(
            Certificates certificates,
            ReadingCertificates reading,
            ReachingCustomers reaching,
            Visibilities visibilities,
            Keys keys,
            ContentStore store,
            CheckingScans checking,
            TransactionTemplate transaction,
            Audit audit) {
        this.certificates = certificates;
        this.reading = reading;
        this.reaching = reaching;
        this.visibilities = visibilities;
        this.keys = keys;
        this.store = store;
        this.checking = checking;
        this.transaction = transaction;
        this.audit = audit;
    }

    /**
     * Keeps the scan of a certificate; a newer one takes the place of the older.
     *
     * @throws Problem {@code not-found}, {@code not-permitted}, {@code certificate-over}, {@code
     *     certificate-scan-refused}, {@code certificate-scan-unchecked} and what storing refuses
     */
    public void attach(Actor actor, UUID id, FileName name, byte[] bytes) {
        Visibility visibility = visibilities.of(actor, Permission.CUSTOMER_READ);
        reaching.getChangeable(actor, certificates.get(id, visibility).customerId());
        checking.require(
                bytes,
                CertificateProblem.CERTIFICATE_SCAN_REFUSED,
                CertificateProblem.CERTIFICATE_SCAN_UNCHECKED);
        KeyId key = Objects.requireNonNull(transaction.execute(status -> keyOf(id, visibility)));
        try (Incoming received =
                store.receive(key, new ByteArrayInputStream(bytes), name.value())) {
            transaction.executeWithoutResult(
                    status -> keep(actor, certificates.lock(id, visibility), name, received));
        }
    }

    private KeyId keyOf(UUID id, Visibility visibility) {
        Certificates.Stored stored = certificates.lock(id, visibility);
        if (!stored.isAlive()) {
            throw Problem.of(CertificateProblem.CERTIFICATE_OVER);
        }
        if (stored.key() != null) {
            return stored.key();
        }
        KeyId key = keys.create();
        certificates.giveKey(id, key);
        return key;
    }

    private void keep(Actor actor, Certificates.Stored stored, FileName name, Incoming received) {
        store.keep(received);
        certificates.attach(stored.id(), received.content().id(), name.value(), actor.id());
        if (stored.content() != null) {
            store.remove(stored.content());
        }
        audit.record(
                KeepingCertificates.about(
                                actor,
                                CertificateAct.SCANNED,
                                KeepingCertificates.summary(stored),
                                stored.fields())
                        .change("scan", stored.contentName(), name.value())
                        .change("sha256", null, received.content().sha256()));
    }

    /**
     * The scan, after the log has it that it was read.
     *
     * @throws Problem {@code not-found}; for an identity document also {@code not-permitted} and
     *     {@code certificate-number-not-yours}, as for its number
     */
    public Scan read(Actor actor, UUID id) {
        Certificates.Stored stored =
                certificates.get(id, visibilities.of(actor, Permission.CUSTOMER_READ));
        if (stored.content() == null || stored.contentName() == null) {
            throw Problem.notFound();
        }
        var entry =
                KeepingCertificates.about(
                                actor,
                                CertificateAct.SCAN_READ,
                                KeepingCertificates.summary(stored),
                                stored.fields())
                        .change("scan", null, stored.contentName());
        reading.requireMayReveal(actor, stored, entry);
        audit.recordRead(entry);
        return new Scan(
                stored.contentName(), store.resource(stored.content(), stored.contentName()));
    }
}
