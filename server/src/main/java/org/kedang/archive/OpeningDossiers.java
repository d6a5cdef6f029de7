package org.kedang.archive;

import org.jspecify.annotations.Nullable;
import org.kedang.audit.Audit;
import org.kedang.audit.Entry;
import org.kedang.customer.CustomerRecords;
import org.kedang.customer.CustomerSummary;
import org.kedang.identity.Department;
import org.kedang.identity.Directory;
import org.kedang.identity.Visibilities;
import org.kedang.identity.Visibility;
import org.kedang.kernel.Actor;
import org.kedang.kernel.ChinaTime;
import org.kedang.kernel.Ids;
import org.kedang.kernel.Permission;
import org.kedang.kernel.Problem;
import org.kedang.kernel.Texts;
import org.kedang.storage.Keys;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Opening a dossier for a customer. */
@Service
public class OpeningDossiers {
    private static final String USUAL_CLASS = "KH·01";

    private final Dossiers dossiers;
    private final NumberRuns runs;
    private final Schemes schemes;
    private final CustomerRecords customers;
    private final Visibilities visibilities;
    private final Directory directory;
    private final Keys keys;
    private final Audit audit;
    private final Clock clock;

    OpeningDossiers(
            Dossiers dossiers,
            NumberRuns runs,
            Schemes schemes,
            CustomerRecords customers,
            Visibilities visibilities,
            Directory directory,
            Keys keys,
            Audit audit,
            Clock clock) {
        this.dossiers = dossiers;
        this.runs = runs;
        this.schemes = schemes;
        this.customers = customers;
        this.visibilities = visibilities;
        this.directory = directory;
        this.keys = keys;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Opens a dossier with the next archival number of its run and a data key of its own.
     *
     * @throws Problem {@code not-found} if the customer is not the actor's to see, {@code
     *     invalid-input}, {@code secrecy-above-clearance}
     */
    @Transactional
    public UUID open(Actor actor, OpenDossier wish) {
        DossierPlan plan = plan(actor, wish);
        UUID id = Ids.next();
        audit.record(
                Entry.of(actor, ArchiveAct.DOSSIER_OPENED)
                        .subject("dossier", id, plan.title())
                        .customer(plan.customer().id())
                        .change("classCode", null, plan.recordClass().code())
                        .change("secrecy", null, plan.secrecy())
                        .change("period", null, plan.period()));
        Instant now = clock.instant();
        var key = keys.create();
        NumberRule rule = schemes.current().numberRule(plan.recordClass().categoryCode());
        String prefix = plan.numberPrefix(rule);
        String number = rule.number(prefix, runs.next(prefix));
        dossiers.save(new Dossier(id, number, plan, key, actor.id(), now));
        return id;
    }

    private DossierPlan plan(Actor actor, OpenDossier wish) {
        Scheme scheme = schemes.current();
        Visibility visibility = visibilities.of(actor, Permission.ARCHIVE_WRITE);
        CustomerSummary customer =
                customers.findSummary(wish.customerId(), visibility).orElseThrow(Problem::notFound);
        Scheme.RecordClass recordClass = recordClass(scheme, wish.classCode());
        Department department = department(visibility, customer, wish.departmentId());
        return new DossierPlan(
                customer,
                wish.title().strip(),
                scheme.fonds().getFirst().code(),
                recordClass,
                LocalDate.now(clock.withZone(ChinaTime.ZONE)).getYear(),
                period(scheme, recordClass, wish.period()),
                department.id(),
                department.code(),
                Clearances.within(
                        visibility,
                        wish.secrecy() == null ? recordClass.secrecy() : wish.secrecy()),
                Texts.trimmed(wish.note()));
    }

    private static Scheme.RecordClass recordClass(Scheme scheme, @Nullable String wished) {
        String code = Texts.trimmed(wished);
        return scheme.findClass(code == null ? USUAL_CLASS : code)
                .orElseThrow(
                        () ->
                                Problem.invalid(
                                        "classCode",
                                        "unknown-class",
                                        "没有这个类目，请从分类方案中选择。",
                                        "No such class; choose one of the scheme."));
    }

    private static String period(
            Scheme scheme, Scheme.RecordClass recordClass, @Nullable String wished) {
        String code = Texts.trimmed(wished);
        if (code != null && !scheme.hasPeriod(code)) {
            throw Problem.invalid(
                    "period",
                    "unknown-period",
                    "没有这个保管期限，请从保管期限表中选择。",
                    "No such retention period; choose one of the table.");
        }
        return code == null ? recordClass.period() : code;
    }

    /** Nobody opens a dossier that would be out of sight at once. */
    private Department department(
            Visibility visibility, CustomerSummary customer, @Nullable UUID wished) {
        UUID id = wished == null ? customer.departmentId() : wished;
        boolean known = !directory.departmentName(id).isEmpty();
        if (!known || !includes(visibility, customer, id)) {
            throw Problem.invalid(
                    "departmentId",
                    "unknown-department",
                    "没有这个部门，或不在您的范围内；请重新选择。",
                    "No such department, or not within your scope; choose another.");
        }
        return directory.department(id);
    }

    private static boolean includes(Visibility visibility, CustomerSummary customer, UUID id) {
        return visibility.includes(customer.ownerId(), id)
                || visibility.customers().contains(customer.id());
    }
}
