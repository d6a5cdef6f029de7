package org.kedang.access;

import org.kedang.access.RightsRequests.Filed;
import org.kedang.approval.NewRequest;
import org.kedang.approval.Submitting;
import org.kedang.audit.Audit;
import org.kedang.audit.Entry;
import org.kedang.form.FormValues;
import org.kedang.identity.Directory;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Ids;
import org.kedang.kernel.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.util.Map;
import java.util.UUID;

/**
 * Asking for rights. What is not high takes effect at once; what is high does nothing until a
 * second person approves it in module approval ({@link HighRight}).
 */
@Service
public class RequestingRights {
    private final RightsRequests requests;
    private final Wishes wishes;
    private final Submitting submitting;
    private final Directory directory;
    private final Audit audit;

    RequestingRights(
            RightsRequests requests,
            Wishes wishes,
            Submitting submitting,
            Directory directory,
            Audit audit) {
        this.requests = requests;
        this.wishes = wishes;
        this.submitting = submitting;
        this.directory = directory;
        this.audit = audit;
    }

    /**
     * Files a request; it takes effect at once unless it is high.
     *
     * @throws Problem {@code own-grant}, {@code not-administered}, {@code two-offices}, {@code
     *     already-requested}, {@code invalid-input} and what the kind of request may refuse
     */
    @Transactional
    public UUID request(Actor by, RightsWish wish, String reason) {
        boolean high = wishes.needsSecondPerson(by, wish);
        Filed filed =
                new Filed(
                        Ids.next(),
                        Wishes.kind(wish),
                        high,
                        wishes.subject(wish),
                        wish,
                        wishes.before(wish),
                        reason.strip());
        if (high) {
            record(by, filed);
            askForApproval(by, filed);
        } else {
            wishes.apply(by, wish, filed.before(), filed.reason(), null);
            requests.add(filed, RightsRequest.State.EFFECTIVE, by);
            record(by, filed);
        }
        return filed.id();
    }

    private void askForApproval(Actor by, Filed filed) {
        String number = requests.add(filed, RightsRequest.State.PENDING, by);
        FormValues fields = new FormValues(Map.of(HighRight.NUMBER, number));
        requests.handOver(
                filed.id(),
                submitting
                        .submit(
                                by,
                                new NewRequest(HighRight.CODE, fields, filed.reason(), Map.of()))
                        .id());
    }

    private void record(Actor by, Filed filed) {
        UUID person = filed.subject().personId();
        Entry entry =
                Entry.of(by, AccessAct.REQUESTED)
                        .subject("rightsRequest", filed.id(), directory.personName(person))
                        .reason(filed.reason());
        audit.record(person == null ? entry : entry.within(person));
    }
}
