package org.kedang.certificate;

import org.jspecify.annotations.Nullable;
import org.kedang.audit.Audit;
import org.kedang.audit.Entry;
import org.kedang.customer.CustomerSummary;
import org.kedang.customer.ReachingCustomers;
import org.kedang.identity.Directory;
import org.kedang.identity.FieldAccess;
import org.kedang.identity.FieldRights;
import org.kedang.identity.SensitiveField;
import org.kedang.identity.Visibilities;
import org.kedang.identity.Visibility;
import org.kedang.kernel.Actor;
import org.kedang.kernel.KernelProblem;
import org.kedang.kernel.Listing;
import org.kedang.kernel.Listings;
import org.kedang.kernel.Paging;
import org.kedang.kernel.Permission;
import org.kedang.kernel.Problem;
import org.kedang.kernel.SqlPredicate;
import org.springframework.stereotype.Service;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** Certificates as people see them; every reading of them is kept in the log. */
@Service
public class ReadingCertificates {
    /** What falls due. */
    public enum Due {
        /** The last day is near or has passed. */
        END,
        /** The annual review is near or late. */
        REVIEW
    }

    /**
     * What narrows the list of those that fall due; {@code null} does not.
     *
     * @param within so many days from today; those of the past are in it
     */
    public record Filter(
            Due due,
            int within,
            @Nullable CertificateKind kind,
            @Nullable UUID ownerId,
            @Nullable UUID departmentId) {}

    private final Certificates certificates;
    private final CertificateSettings settings;
    private final Listings listings;
    private final ReachingCustomers reaching;
    private final Visibilities visibilities;
    private final Directory directory;
    private final Audit audit;

    ReadingCertificates(
            Certificates certificates,
            CertificateSettings settings,
            Listings listings,
            ReachingCustomers reaching,
            Visibilities visibilities,
            Directory directory,
            Audit audit) {
        this.certificates = certificates;
        this.settings = settings;
        this.listings = listings;
        this.reaching = reaching;
        this.visibilities = visibilities;
        this.directory = directory;
        this.audit = audit;
    }

    /**
     * Those of a customer, the former ones last.
     *
     * @throws Problem {@code not-found}
     */
    public List<CertificateView> listOf(Actor actor, UUID customerId) {
        CustomerSummary customer = reaching.get(actor, customerId);
        FieldRights rights = visibility(actor).fields();
        List<CertificateView> read =
                certificates.listOf(customerId).stream()
                        .map(stored -> view(stored, rights))
                        .toList();
        audit.recordRead(
                Entry.of(actor, CertificateAct.LISTED)
                        .subject("customer", customer.id(), customer.name())
                        .customer(customer.id()));
        return read;
    }

    /** Those of all customers within sight that fall due, the earliest first. */
    public Listing<CertificateView> listDue(Actor actor, Filter filter, Paging paging) {
        Visibility visibility = visibility(actor);
        String day = filter.due() == Due.END ? "t.valid_until" : "t.review_due";
        LocalDate last = certificates.today().plusDays(filter.within());
        SqlPredicate where =
                SqlPredicate.of(Certificates.ALIVE + " and " + day + " <= :last", "last", last)
                        .and(SqlPredicate.equal("t.kind", "kind", filter.kind()))
                        .and(SqlPredicate.equal("c.owner_id", "owner", filter.ownerId()))
                        .and(
                                SqlPredicate.equal(
                                        "c.department_id", "department", filter.departmentId()))
                        .and(visibility.customers("c"));
        Listings.Rows rows =
                new Listings.Rows(Certificates.COLUMNS, Certificates.TABLES, where, day + ", t.id");
        Listing<CertificateView> found =
                listings.read(
                        // whoever turns pages need not read what he passes over
                        paging.page() > 1 ? rows.byKey("t.id") : rows,
                        paging,
                        (row, n) -> view(Certificates.stored(row), visibility.fields()));
        audit.recordRead(Entry.of(actor, CertificateAct.LISTED));
        return found;
    }

    /**
     * One certificate; its reading is to be kept in the log by whoever shows it.
     *
     * @throws Problem {@code not-found}
     */
    public CertificateView get(Actor actor, UUID id) {
        Visibility visibility = visibility(actor);
        return view(certificates.get(id, visibility), visibility.fields());
    }

    /**
     * The number of an identity document, after the log has it.
     *
     * @throws Problem {@code not-found}, {@code not-permitted}, {@code
     *     certificate-number-not-yours}
     */
    public @Nullable String revealNumber(Actor actor, UUID id, @Nullable String reason) {
        Certificates.Stored stored = certificates.get(id, visibility(actor));
        SensitiveField rule = SensitiveField.ID_NUMBER;
        Entry entry =
                KeepingCertificates.about(
                                actor,
                                CertificateAct.REVEALED,
                                KeepingCertificates.summary(stored),
                                stored.fields())
                        .changed(rule.property(), null, rule.masked(stored.fields().number()))
                        .reason(reason);
        requireMayReveal(actor, stored, entry);
        audit.recordRead(entry);
        return stored.fields().number();
    }

    /** What identifies somebody is shown clear only where it could be revealed. */
    void requireMayReveal(Actor actor, Certificates.Stored stored, Entry entry) {
        FieldRights rights = visibility(actor).fields();
        if (stored.mayRead(rights)) {
            return;
        }
        boolean may =
                visibilities
                        .of(actor, Permission.SENSITIVE_REVEAL)
                        .includesCustomer(
                                stored.customerId(), stored.ownerId(), stored.departmentId());
        boolean hidden = rights.of(SensitiveField.ID_NUMBER) == FieldAccess.HIDDEN;
        if (!may || hidden) {
            audit.recordRead(entry.refused());
            throw Problem.of(
                    hidden
                            ? CertificateProblem.CERTIFICATE_NUMBER_NOT_YOURS
                            : KernelProblem.NOT_PERMITTED);
        }
    }

    private Visibility visibility(Actor actor) {
        return visibilities.of(actor, Permission.CUSTOMER_READ);
    }

    private CertificateView view(Certificates.Stored stored, FieldRights rights) {
        CertificateFields fields = stored.fields();
        LocalDate today = certificates.today();
        LocalDate until = fields.validUntil();
        boolean clear = stored.mayRead(rights);
        return new CertificateView(
                stored.id(),
                stored.version(),
                stored.customerId(),
                stored.customerNumber(),
                stored.customerName(),
                directory.personName(stored.ownerId()),
                directory.departmentName(stored.departmentId()),
                fields.kind(),
                fields.name(),
                clear ? fields.number() : rights.shown(SensitiveField.ID_NUMBER, fields.number()),
                !clear && fields.number() != null,
                fields.issuer(),
                fields.validFrom(),
                until,
                fields.endless(),
                until == null ? null : (int) ChronoUnit.DAYS.between(today, until),
                stored.state(today, settings.ahead()),
                fields.reviewDue(),
                stored.reviewedOn(),
                stored.contentName(),
                stored.replaces(),
                stored.voidedOn(),
                stored.voidReason(),
                fields.note(),
                stored.updatedAt(),
                directory.personName(stored.updatedBy()));
    }
}
