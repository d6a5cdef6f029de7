package org.kedang.certificate;

import org.jspecify.annotations.Nullable;
import org.kedang.audit.Audit;
import org.kedang.audit.Entry;
import org.kedang.customer.CustomerSummary;
import org.kedang.customer.ReachingCustomers;
import org.kedang.identity.FieldAccess;
import org.kedang.identity.FieldRights;
import org.kedang.identity.SensitiveField;
import org.kedang.identity.Visibilities;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Ids;
import org.kedang.kernel.Permission;
import org.kedang.kernel.Problem;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Recording certificates, changing, renewing, reviewing and voiding them. */
@Service
public class KeepingCertificates {
    private final Certificates certificates;
    private final ReachingCustomers reaching;
    private final Visibilities visibilities;
    private final Audit audit;

    KeepingCertificates(
            Certificates certificates,
            ReachingCustomers reaching,
            Visibilities visibilities,
            Audit audit) {
        this.certificates = certificates;
        this.reaching = reaching;
        this.visibilities = visibilities;
        this.audit = audit;
    }

    /**
     * Records a certificate.
     *
     * @throws Problem {@code not-found}, {@code not-permitted}, {@code invalid-input}, {@code
     *     certificate-number-not-yours}
     */
    @Transactional
    public UUID record(Actor actor, UUID customerId, CertificateFields typed) {
        CustomerSummary customer = reaching.getChangeable(actor, customerId);
        CertificateFields fields = checked(actor, typed);
        UUID id = add(actor, customerId, fields, null);
        audit.record(entry(actor, CertificateAct.RECORDED, customer, null, fields));
        return id;
    }

    private CertificateFields checked(Actor actor, CertificateFields typed) {
        CertificateFields fields = typed.normalised();
        if (fields.isIdentity()
                && fields.number() != null
                && rights(actor).of(SensitiveField.ID_NUMBER) == FieldAccess.HIDDEN) {
            throw Problem.of(CertificateProblem.CERTIFICATE_NUMBER_NOT_YOURS);
        }
        CertificateRules.check(fields);
        return fields;
    }

    private FieldRights rights(Actor actor) {
        return visibilities.of(actor, Permission.CUSTOMER_WRITE).fields();
    }

    private UUID add(
            Actor actor, UUID customer, CertificateFields fields, @Nullable UUID replaces) {
        UUID id = Ids.next();
        certificates.add(id, customer, fields, replaces, actor.id());
        return id;
    }

    /**
     * Records the certificate that was issued in place of another one, which is kept.
     *
     * @throws Problem {@code not-found}, {@code not-permitted}, {@code invalid-input}, {@code
     *     certificate-over}, {@code certificate-number-not-yours}
     */
    @Transactional
    public UUID renew(Actor actor, UUID id, CertificateFields typed) {
        Certificates.Stored old = alive(actor, id);
        CustomerSummary customer = reaching.getChangeable(actor, old.customerId());
        CertificateFields fields = checked(actor, typed);
        UUID renewed = add(actor, old.customerId(), fields, id);
        certificates.replace(id, renewed, actor.id());
        audit.record(entry(actor, CertificateAct.RENEWED, customer, old.fields(), fields));
        return renewed;
    }

    private Certificates.Stored alive(Actor actor, UUID id) {
        var visibility = visibilities.of(actor, Permission.CUSTOMER_READ);
        reaching.getChangeable(actor, certificates.get(id, visibility).customerId());
        Certificates.Stored stored = certificates.lock(id, visibility);
        if (!stored.isAlive()) {
            throw Problem.of(CertificateProblem.CERTIFICATE_OVER);
        }
        return stored;
    }

    /**
     * Changes what was recorded.
     *
     * @throws Problem {@code not-found}, {@code not-permitted}, {@code invalid-input}, {@code
     *     certificate-over}, {@code certificate-number-not-yours} if the number of an identity
     *     document is named, or one would cease to be one, by whom may not change ID numbers
     * @throws OptimisticLockingFailureException if somebody changed the certificate since
     */
    @Transactional
    public void rewrite(Actor actor, UUID id, CertificateChange change) {
        Certificates.Stored stored = alive(actor, id);
        if (stored.version() != change.basedOn()) {
            throw new OptimisticLockingFailureException("certificate " + id);
        }
        CertificateFields before = stored.fields();
        CertificateFields after = change.rewriting().apply(before).normalised();
        requireNumberChangeable(actor, before, after, change);
        CertificateRules.check(after);
        certificates.rewrite(id, after, actor.id());
        audit.record(
                entry(actor, CertificateAct.CHANGED, summary(stored), before, after)
                        .reason(change.reason()));
    }

    private void requireNumberChangeable(
            Actor actor,
            CertificateFields before,
            CertificateFields after,
            CertificateChange change) {
        boolean touches =
                before.isIdentity() && (change.named().contains("number") || !after.isIdentity())
                        || after.isIdentity() && !before.isIdentity();
        if (touches && rights(actor).of(SensitiveField.ID_NUMBER) != FieldAccess.EDIT) {
            throw Problem.of(CertificateProblem.CERTIFICATE_NUMBER_NOT_YOURS);
        }
    }

    /**
     * A certificate holds no more, from today.
     *
     * @throws Problem {@code not-found}, {@code not-permitted}, {@code certificate-over}
     */
    @Transactional
    public void voidIt(Actor actor, UUID id, String reason) {
        Certificates.Stored stored = alive(actor, id);
        certificates.voidIt(id, reason, actor.id());
        audit.record(
                about(actor, CertificateAct.VOIDED, summary(stored), stored.fields())
                        .reason(reason));
    }

    /**
     * The review that is due was done.
     *
     * @param next day of the next; a year after this one's if not given
     * @throws Problem {@code not-found}, {@code not-permitted}, {@code certificate-over}, {@code
     *     no-review-due}, {@code invalid-input}
     */
    @Transactional
    public void markReviewed(
            Actor actor, UUID id, LocalDate done, @Nullable LocalDate next, @Nullable String note) {
        Certificates.Stored stored = alive(actor, id);
        LocalDate due = stored.fields().reviewDue();
        if (due == null) {
            throw Problem.of(CertificateProblem.NO_REVIEW_DUE);
        }
        if (done.isAfter(certificates.today())) {
            throw Problem.invalid(
                    "doneOn",
                    "in-future",
                    "完成日期不能晚于今天。",
                    "The day of the review cannot be later than today.");
        }
        LocalDate following = next == null ? due.plusYears(1) : next;
        if (!following.isAfter(due)) {
            throw Problem.invalid(
                    "nextDue",
                    "out-of-range",
                    "下次年检应晚于本次年检到期日 %s。".formatted(due),
                    "The next review comes after the one due on %s.".formatted(due));
        }
        certificates.markReviewed(stored, done, following, note, actor.id());
        audit.record(
                about(actor, CertificateAct.REVIEWED, summary(stored), stored.fields())
                        .change("reviewDue", due, following)
                        .reason(note));
    }

    static CustomerSummary summary(Certificates.Stored stored) {
        return new CustomerSummary(
                stored.customerId(),
                stored.customerNumber(),
                stored.customerName(),
                stored.ownerId(),
                stored.departmentId());
    }

    static Entry about(
            Actor actor, CertificateAct act, CustomerSummary customer, CertificateFields fields) {
        return Entry.of(actor, act)
                .subject("customer", customer.id(), customer.name())
                .customer(customer.id())
                .changed("certificate", null, fields.title());
    }

    private static Entry entry(
            Actor actor,
            CertificateAct act,
            CustomerSummary customer,
            @Nullable CertificateFields before,
            CertificateFields after) {
        Entry entry = about(actor, act, customer, after);
        Map<String, Object> old = before == null ? Map.of() : before.forLog();
        after.forLog()
                .forEach((name, value) -> entry.change(name, old.getOrDefault(name, ""), value));
        String oldNumber = before == null ? null : before.number();
        if (!Objects.equals(oldNumber, after.number())) {
            logNumber(entry, before, after);
        }
        return entry;
    }

    /** An ID number in masked form under its rule's name, so that the log hides it as its rule. */
    private static void logNumber(
            Entry entry, @Nullable CertificateFields before, CertificateFields after) {
        boolean secret = after.isIdentity() || (before != null && before.isIdentity());
        String old = Objects.requireNonNullElse(before == null ? null : before.number(), "");
        String now = Objects.requireNonNullElse(after.number(), "");
        if (secret) {
            SensitiveField rule = SensitiveField.ID_NUMBER;
            entry.changed(rule.property(), rule.masked(old), rule.masked(now));
        } else {
            entry.change("certificateNumber", old, now);
        }
    }
}
