package org.kedang.consent;

import org.jspecify.annotations.Nullable;
import org.kedang.audit.Audit;
import org.kedang.audit.Entry;
import org.kedang.customer.CustomerSummary;
import org.kedang.customer.ReachingCustomers;
import org.kedang.document.CheckingScans;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Ids;
import org.kedang.kernel.Problem;
import org.kedang.storage.FileName;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Recording what customers say to purposes, and showing it. */
@Service
public class RecordingConsents {
    /** Nobody consented before computers had customers. */
    private static final LocalDate EARLIEST = LocalDate.of(1980, 1, 1);

    private static final LocalDate LATEST = LocalDate.of(2200, 1, 1);

    /**
     * All that is known of a customer's consents.
     *
     * @param history all that was ever said, the last word first
     */
    @io.swagger.v3.oas.annotations.media.Schema(name = "CustomerConsents")
    public record Whole(List<Consents.Standing> standing, List<ConsentEvent> history) {}

    /** A scan on its way out. */
    public record Scan(String name, Resource bytes) {}

    private final ReachingCustomers customers;
    private final Consents consents;
    private final Purposes purposes;
    private final ConsentEvents events;
    private final KeepingScans scans;
    private final Audit audit;

    RecordingConsents(
            ReachingCustomers customers,
            Consents consents,
            Purposes purposes,
            ConsentEvents events,
            KeepingScans scans,
            Audit audit) {
        this.customers = customers;
        this.consents = consents;
        this.purposes = purposes;
        this.events = events;
        this.scans = scans;
        this.audit = audit;
    }

    /**
     * @throws Problem {@code not-found}
     */
    public Whole read(Actor actor, UUID id) {
        CustomerSummary customer = customers.get(actor, id);
        audit.recordRead(about(actor, ConsentAct.READ, customer));
        return new Whole(consents.listStanding(id), events.list(id));
    }

    /**
     * Records that the customer agreed.
     *
     * @throws Problem {@code not-found}, {@code not-permitted}, {@code invalid-input}
     */
    @Transactional
    public UUID give(Actor by, UUID customer, NewConsent given) {
        CustomerSummary reached = customers.getChangeable(by, customer);
        Purpose purpose = purpose(given.purposeId());
        if (!purpose.needsConsent()) {
            throw Problem.invalid(
                    "purposeId",
                    "consent-not-needed",
                    "这一目的依法无须同意，不必登记。",
                    "This purpose needs no consent; there is nothing to record.");
        }
        requireDay("saidOn", given.saidOn());
        LocalDate until =
                given.validUntil() == null ? purpose.lastDay(given.saidOn()) : given.validUntil();
        if (until != null && (until.isBefore(given.saidOn()) || until.isAfter(LATEST))) {
            throw Problem.invalid(
                    "validUntil",
                    "out-of-range",
                    "有效期不能早于同意日期。",
                    "A consent cannot end before it was given.");
        }
        UUID id = Ids.next();
        events.lock(customer);
        events.add(id, customer, given, until, by.id());
        audit.record(
                said(by, ConsentAct.GIVEN, reached, purpose, given.subject())
                        .change("channel", null, given.channel())
                        .change("saidOn", null, given.saidOn())
                        .change("validUntil", null, until));
        return id;
    }

    /**
     * Records that the customer takes a consent back, or will not have it even where none was
     * recorded; it counts at once.
     *
     * @throws Problem {@code not-found}, {@code not-permitted}, {@code invalid-input}, {@code
     *     consent-withdrawn-already}
     */
    @Transactional
    public UUID withdraw(Actor by, UUID customer, Withdrawal withdrawal) {
        CustomerSummary reached = customers.getChangeable(by, customer);
        Purpose purpose = purpose(withdrawal.purposeId());
        requireDay("saidOn", withdrawal.saidOn());
        events.lock(customer);
        String subject = ConsentEvents.subject(withdrawal.subject());
        ConsentEvent last =
                events.listLast(customer).stream()
                        .filter(one -> one.purposeId().equals(purpose.id()))
                        .filter(one -> one.subject().equals(subject))
                        .findFirst()
                        .orElse(null);
        requireStanding(purpose, last, withdrawal.saidOn());
        UUID id = Ids.next();
        events.add(id, customer, withdrawal, by.id());
        audit.record(
                said(by, ConsentAct.WITHDRAWN, reached, purpose, subject)
                        .change("channel", null, withdrawal.channel())
                        .change("saidOn", null, withdrawal.saidOn())
                        .reason(withdrawal.reason()));
        return id;
    }

    private static void requireStanding(
            Purpose purpose, @Nullable ConsentEvent last, LocalDate saidOn) {
        if (last == null && !purpose.needsConsent()) {
            throw Problem.invalid(
                    "purposeId",
                    "consent-not-needed",
                    "这一目的不以同意为依据，不能撤回；如客户有异议，请登记权利请求。",
                    "This purpose does not rest on consent and cannot be withdrawn from; record a"
                            + " rights request instead.");
        }
        if (last != null && last.kind() == ConsentEvent.Kind.WITHDRAWN) {
            throw Problem.of(ConsentProblem.WITHDRAWN_ALREADY);
        }
        if (last != null && saidOn.isBefore(last.saidOn())) {
            throw Problem.invalid(
                    "saidOn",
                    "out-of-range",
                    "撤回日期不能早于同意日期 %s。".formatted(last.saidOn()),
                    "It cannot be withdrawn before it was given on %s.".formatted(last.saidOn()));
        }
    }

    private Purpose purpose(UUID id) {
        return purposes.find(id)
                .filter(one -> !one.retired())
                .orElseThrow(
                        () ->
                                Problem.invalid(
                                        "purposeId",
                                        "unknown",
                                        "没有这一目的，或已停用，请重新选择。",
                                        "There is no such purpose in use; choose another."));
    }

    private void requireDay(String field, LocalDate day) {
        if (day.isAfter(consents.today()) || day.isBefore(EARLIEST)) {
            throw Problem.invalid(
                    field, "out-of-range", "日期不能晚于今天。", "The day cannot lie in the future.");
        }
    }

    /**
     * Keeps the scan that proves it, encrypted; there is one, and it is never replaced.
     *
     * @throws Problem {@code not-found}, {@code not-permitted}, {@code consent-scan-kept}, and what
     *     {@link CheckingScans} and storing refuse
     */
    public void attach(Actor by, UUID event, FileName name, byte[] bytes) {
        CustomerSummary customer = customers.getChangeable(by, held(event).customer());
        scans.keep(
                name,
                bytes,
                (scan, sha256) -> {
                    events.attach(event, scan, sha256, by.id());
                    audit.record(
                            about(by, ConsentAct.SCANNED, customer)
                                    .change("purpose", null, held(event).purpose())
                                    .change("scan", null, name.value())
                                    .change("sha256", null, sha256));
                });
    }

    /**
     * @throws Problem {@code not-found}
     */
    public Scan scan(Actor actor, UUID event) {
        CustomerSummary customer = customers.get(actor, held(event).customer());
        ConsentEvents.Scan scan = events.scan(event).orElseThrow(Problem::notFound);
        audit.recordRead(
                about(actor, ConsentAct.SCAN_READ, customer).change("scan", null, scan.name()));
        return new Scan(scan.name(), scans.bytes(scan));
    }

    private ConsentEvents.Held held(UUID event) {
        return events.find(event).orElseThrow(Problem::notFound);
    }

    private static Entry said(
            Actor by,
            ConsentAct act,
            CustomerSummary customer,
            Purpose purpose,
            @Nullable String subject) {
        return about(by, act, customer)
                .change("purpose", null, purpose.name().zh())
                .change("person", "", ConsentEvents.subject(subject));
    }

    private static Entry about(Actor by, ConsentAct act, CustomerSummary customer) {
        return Entry.of(by, act)
                .subject("customer", customer.id(), customer.name())
                .customer(customer.id());
    }
}
