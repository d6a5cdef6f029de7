package org.kedang.oversight;

import org.kedang.audit.Audit;
import org.kedang.audit.Entry;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Ids;
import org.kedang.kernel.Permission;
import org.kedang.kernel.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.util.UUID;

/** A finding is answered by the person responsible and closed by an auditor who is not. */
@Service
public class AnsweringFindings {
    private final AuditFindings findings;
    private final Audit audit;

    AnsweringFindings(AuditFindings findings, Audit audit) {
        this.findings = findings;
        this.audit = audit;
    }

    /**
     * Says what was done about it.
     *
     * @throws Problem {@code not-found} for readers it does not concern, {@code not-responsible},
     *     {@code finding-settled}
     */
    @Transactional
    public void answer(Actor by, UUID id, String words) {
        AuditFinding finding = findings.lock(by, id);
        if (!finding.mine()) {
            throw by.may(Permission.AUDIT_REVIEW)
                    ? Problem.of(OversightProblem.NOT_RESPONSIBLE)
                    : Problem.notFound();
        }
        if (finding.state() != AuditFinding.State.OPEN) {
            throw Problem.of(OversightProblem.FINDING_SETTLED);
        }
        say(by, finding, AuditFinding.StepKind.ANSWERED, words, OversightAct.FINDING_ANSWERED);
    }

    /** Sends an answer back that does not do; {@code finding-unanswered} if there is none. */
    @Transactional
    public void sendBack(Actor by, UUID id, String words) {
        AuditFinding finding = judged(by, id);
        if (finding.state() != AuditFinding.State.ANSWERED) {
            throw Problem.of(OversightProblem.FINDING_UNANSWERED);
        }
        say(by, finding, AuditFinding.StepKind.RETURNED, words, OversightAct.FINDING_RETURNED);
    }

    @Transactional
    public void close(Actor by, UUID id, String words) {
        say(by, judged(by, id), AuditFinding.StepKind.CLOSED, words, OversightAct.FINDING_CLOSED);
    }

    private AuditFinding judged(Actor by, UUID id) {
        AuditFinding finding = findings.lock(by, id);
        if (finding.mine()) {
            throw Problem.of(OversightProblem.OWN_FINDING);
        }
        if (finding.state() == AuditFinding.State.CLOSED) {
            throw Problem.of(OversightProblem.FINDING_SETTLED);
        }
        return finding;
    }

    private void say(
            Actor by,
            AuditFinding finding,
            AuditFinding.StepKind step,
            String words,
            OversightAct act) {
        findings.addStep(Ids.next(), finding.id(), step, words, by.id());
        audit.record(
                Entry.of(by, act)
                        .subject("finding", finding.id(), finding.finding())
                        .within(finding.roundId())
                        .reason(words)
                        .change("state", finding.state(), step.leadsTo()));
    }
}
