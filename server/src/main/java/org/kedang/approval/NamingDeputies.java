package org.kedang.approval;

import io.swagger.v3.oas.annotations.media.Schema;

import org.kedang.approval.Deputies.Deputy;
import org.kedang.audit.Audit;
import org.kedang.audit.Entry;
import org.kedang.identity.Directory;
import org.kedang.identity.Holders;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Ids;
import org.kedang.kernel.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Naming who decides while one is away; both may, and the log says who did. */
@Service
public class NamingDeputies {
    /** A deputy with days. */
    @Schema(name = "ApprovalDeputy")
    public record NamedDeputy(
            UUID id, UUID deputyId, String deputyName, LocalDate firstDay, LocalDate lastDay) {}

    private final Deputies deputies;
    private final Holders holders;
    private final Directory directory;
    private final Audit audit;

    NamingDeputies(Deputies deputies, Holders holders, Directory directory, Audit audit) {
        this.deputies = deputies;
        this.holders = holders;
        this.directory = directory;
        this.audit = audit;
    }

    public List<NamedDeputy> list(Actor of) {
        return deputies.of(of.id()).stream()
                .map(
                        one ->
                                new NamedDeputy(
                                        one.id(),
                                        one.deputyId(),
                                        directory.personName(one.deputyId()),
                                        one.firstDay(),
                                        one.lastDay()))
                .toList();
    }

    /**
     * Names one's own deputy.
     *
     * @throws Problem {@code signer-unfit}, {@code invalid-input}
     */
    @Transactional
    public void name(Actor by, UUID deputy, LocalDate first, LocalDate last) {
        if (deputy.equals(by.id()) || !holders.isActive(deputy)) {
            throw Problem.of(ApprovalProblem.SIGNER_UNFIT);
        }
        if (last.isBefore(first) || last.isBefore(deputies.today())) {
            throw Problem.invalid(
                    "lastDay",
                    "out-of-range",
                    "最后一天不能早于第一天或今天。",
                    "The last day cannot be before the first, nor in the past.");
        }
        deputies.add(new Deputy(Ids.next(), by.id(), deputy, first, last));
        audit.record(
                Entry.of(by, ApprovalAct.DEPUTY_NAMED)
                        .subject("person", by.id(), by.name())
                        .change("deputy", null, directory.personName(deputy))
                        .change("days", null, first + " – " + last));
    }

    /** Ends one of one's own, or a {@code not-found} problem. */
    @Transactional
    public void end(Actor by, UUID id) {
        if (!deputies.end(id, by.id())) {
            throw Problem.notFound();
        }
        audit.record(Entry.of(by, ApprovalAct.DEPUTY_ENDED).subject("person", by.id(), by.name()));
    }
}
