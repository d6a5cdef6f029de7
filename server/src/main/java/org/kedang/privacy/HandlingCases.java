package org.kedang.privacy;

import org.jspecify.annotations.Nullable;
import org.kedang.audit.Audit;
import org.kedang.audit.Entry;
import org.kedang.customer.ReachingCustomers;
import org.kedang.identity.Directory;
import org.kedang.identity.Holders;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Ids;
import org.kedang.kernel.Listing;
import org.kedang.kernel.Paging;
import org.kedang.kernel.Problem;
import org.kedang.privacy.RightsCases.Held;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A case from its recording to its answer. */
@Service
public class HandlingCases {
    /** The law is younger. */
    private static final LocalDate EARLIEST = LocalDate.of(2020, 1, 1);

    private final RightsCases cases;
    private final ReachingCustomers customers;
    private final Holders holders;
    private final Directory directory;
    private final TellingOfCases telling;
    private final Audit audit;

    HandlingCases(
            RightsCases cases,
            ReachingCustomers customers,
            Holders holders,
            Directory directory,
            TellingOfCases telling,
            Audit audit) {
        this.cases = cases;
        this.customers = customers;
        this.holders = holders;
        this.directory = directory;
        this.telling = telling;
        this.audit = audit;
    }

    public Listing<RightsCase> list(Actor reader, RightsCases.Filter filter, Paging paging) {
        Listing<RightsCase> found = cases.list(reader, filter, paging);
        audit.recordRead(Entry.of(reader, PrivacyAct.CASES_LISTED).reason(filter.q()));
        return found;
    }

    /**
     * @throws Problem {@code not-found}
     */
    public RightsCase get(Actor reader, UUID id) {
        RightsCase found = cases.find(reader, id).orElseThrow(Problem::notFound);
        audit.recordRead(
                Entry.of(reader, PrivacyAct.CASE_READ)
                        .subject("rightsCase", id, found.number())
                        .customer(found.customerId()));
        return found;
    }

    public List<CaseStep> listSteps(UUID id) {
        return cases.listSteps(id);
    }

    /**
     * Records what somebody asks for; the term begins with the day on which it was received.
     *
     * @throws Problem {@code not-found}, {@code not-permitted}, {@code invalid-input}
     */
    @Transactional
    public UUID open(Actor by, NewCase asked) {
        if (asked.customerId() != null) {
            customers.getChangeable(by, asked.customerId());
        }
        requireDay("receivedOn", asked.receivedOn(), EARLIEST);
        UUID responsible = asked.responsibleId() == null ? by.id() : asked.responsibleId();
        requireActive(responsible);
        UUID id = Ids.next();
        String number = cases.nextNumber();
        cases.add(id, number, asked, responsible, by.id());
        step(id, CaseStep.Kind.RECEIVED, by, asked.kind().label().zh());
        audit.record(
                about(by, PrivacyAct.CASE_RECEIVED, id, number, asked.customerId())
                        .change("kind", null, asked.kind().label().zh())
                        .change("responsible", null, directory.personName(responsible)));
        if (!responsible.equals(by.id())) {
            telling.given(id, number, responsible);
        }
        return id;
    }

    /**
     * Says how it was proven who asks; only then anything is handed out.
     *
     * @throws Problem {@code not-found}, {@code rights-case-not-yours}, {@code rights-case-closed}
     */
    @Transactional
    public void prove(Actor by, UUID id, IdentityProof proof, String note) {
        Held held = workedOn(by, id);
        cases.prove(id, proof);
        step(id, CaseStep.Kind.IDENTITY, by, proof.label().zh() + "：" + note.strip());
        audit.record(
                about(by, PrivacyAct.IDENTITY_PROVEN, held)
                        .change("identity", null, proof.label().zh())
                        .reason(note));
    }

    /**
     * Makes somebody else responsible.
     *
     * @throws Problem as {@link #prove}, {@code invalid-input}
     */
    @Transactional
    public void give(Actor by, UUID id, UUID responsible, String reason) {
        Held held = workedOn(by, id);
        requireActive(responsible);
        give(by, held, responsible, reason);
    }

    /** An open case of somebody who leaves or moves, for whoever decides who takes over. */
    void handOver(Actor by, Held held, UUID responsible, @Nullable String reason) {
        give(by, held, responsible, reason == null ? "" : reason);
    }

    private void give(Actor by, Held held, UUID responsible, String reason) {
        UUID id = held.id();
        if (held.responsible().equals(responsible)) {
            return;
        }
        cases.give(id, responsible);
        String before = directory.personName(held.responsible());
        String after = directory.personName(responsible);
        step(id, CaseStep.Kind.RESPONSIBLE, by, before + " → " + after + "：" + reason.strip());
        audit.record(
                about(by, PrivacyAct.CASE_GIVEN, held)
                        .change("responsible", before, after)
                        .reason(reason));
        telling.given(id, held.number(), responsible);
    }

    /**
     * Notes what was done.
     *
     * @throws Problem as {@link #prove}
     */
    @Transactional
    public void note(Actor by, UUID id, String text) {
        Held held = workedOn(by, id);
        step(id, CaseStep.Kind.NOTE, by, text.strip());
        audit.record(about(by, PrivacyAct.CASE_NOTED, held));
    }

    /**
     * Closes the case with what the customer was told. Nothing can be done for somebody who was not
     * proven to be who he says; such a case can only be refused.
     *
     * @throws Problem as {@link #prove}, {@code identity-unproven}, {@code invalid-input}
     */
    @Transactional
    public void close(Actor by, UUID id, CaseAnswer answer) {
        Held held = workedOn(by, id);
        if (held.state() == CaseState.RECEIVED && !answer.refused()) {
            throw Problem.of(PrivacyProblem.IDENTITY_UNPROVEN);
        }
        requireDay("answeredOn", answer.answeredOn(), received(by, id));
        cases.close(id, answer, by.id());
        boolean refused = answer.refused();
        step(
                id,
                refused ? CaseStep.Kind.REFUSED : CaseStep.Kind.ANSWERED,
                by,
                answer.answer().strip());
        audit.record(
                about(by, refused ? PrivacyAct.CASE_REFUSED : PrivacyAct.CASE_ANSWERED, held)
                        .reason(answer.answer()));
    }

    private LocalDate received(Actor by, UUID id) {
        return cases.find(by, id).orElseThrow(Problem::notFound).receivedOn();
    }

    /** The open case, locked, if the actor answers for it or sees to all of them. */
    Held workedOn(Actor by, UUID id) {
        Held held = cases.lock(by, id);
        if (!RightsCases.mayWorkOn(by, held.responsible())) {
            throw Problem.of(PrivacyProblem.CASE_NOT_YOURS);
        }
        if (!held.state().isOpen()) {
            throw Problem.of(PrivacyProblem.CASE_CLOSED);
        }
        return held;
    }

    void step(UUID id, CaseStep.Kind kind, Actor by, String text) {
        cases.addStep(id, Ids.next(), kind, by.id(), text);
    }

    private void requireActive(UUID person) {
        if (!holders.isActive(person)) {
            throw Problem.invalid(
                    "responsibleId",
                    "unknown",
                    "找不到此人，或账号已停用，请另选责任人。",
                    "There is no such active person; choose somebody else.");
        }
    }

    private void requireDay(String field, LocalDate day, LocalDate earliest) {
        if (day.isAfter(cases.today()) || day.isBefore(earliest)) {
            throw Problem.invalid(
                    field,
                    "out-of-range",
                    "日期须在 %s 至今天之间。".formatted(earliest),
                    "The day must lie between %s and today.".formatted(earliest));
        }
    }

    static Entry about(Actor by, PrivacyAct act, Held held) {
        return about(by, act, held.id(), held.number(), held.customer());
    }

    private static Entry about(
            Actor by, PrivacyAct act, UUID id, String number, @Nullable UUID customer) {
        return Entry.of(by, act).subject("rightsCase", id, number).customer(customer);
    }
}
