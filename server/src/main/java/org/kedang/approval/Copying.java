package org.kedang.approval;

import org.kedang.audit.Audit;
import org.kedang.identity.Directory;
import org.kedang.identity.Holders;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.util.List;
import java.util.UUID;

/** Letting people see a request who decide nothing (抄送). */
@Service
public class Copying {
    private final Requests requests;
    private final Cards cards;
    private final Copies copies;
    private final Holders holders;
    private final Directory directory;
    private final TellingOfRequests telling;
    private final Audit audit;

    Copying(
            Requests requests,
            Cards cards,
            Copies copies,
            Holders holders,
            Directory directory,
            TellingOfRequests telling,
            Audit audit) {
        this.requests = requests;
        this.cards = cards;
        this.copies = copies;
        this.holders = holders;
        this.directory = directory;
        this.telling = telling;
        this.audit = audit;
    }

    /**
     * Lets people see the request (抄送); they decide nothing.
     *
     * @throws Problem {@code signer-unfit}, {@code not-found}
     */
    @Transactional
    public void copy(Actor by, UUID id, List<UUID> people) {
        Request request = requests.lock(id);
        if (!request.requester().equals(by.id()) && !cards.isAsked(by, id)) {
            throw Problem.notFound();
        }
        if (!people.stream().allMatch(holders::isActive)) {
            throw Problem.of(ApprovalProblem.SIGNER_UNFIT);
        }
        for (UUID person : people) {
            if (copies.add(by, id, person)) {
                audit.record(
                        Moving.about(by, ApprovalAct.COPIED, request)
                                .change("copy", null, directory.personName(person)));
                telling.copied(request, person);
            }
        }
    }
}
