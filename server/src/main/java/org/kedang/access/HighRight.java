package org.kedang.access;

import org.kedang.access.RightsRequests.Held;
import org.kedang.approval.Approver;
import org.kedang.approval.Decision;
import org.kedang.approval.FieldChange;
import org.kedang.approval.Mode;
import org.kedang.approval.Outcome;
import org.kedang.approval.PageRequestType;
import org.kedang.approval.ProcessTree;
import org.kedang.approval.ProcessTree.Step;
import org.kedang.approval.Subject;
import org.kedang.approval.Submission;
import org.kedang.audit.Audit;
import org.kedang.audit.Entry;
import org.kedang.form.Form;
import org.kedang.form.FormField;
import org.kedang.form.FormField.Kind;
import org.kedang.form.FormValues;
import org.kedang.form.Label;
import org.kedang.identity.Accounts;
import org.kedang.identity.IdentityProblem;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Permission;
import org.kedang.kernel.Problem;
import org.springframework.stereotype.Component;

import java.util.List;

/**
 * A high right (A5): what {@link RequestingRights} was asked for does nothing until a second person
 * agrees, who has proved who she is; then every rule is checked again as if it were asked now. The
 * page of rights requests submits it.
 */
@Component
class HighRight implements PageRequestType {
    static final String CODE = "high-right";
    static final String NUMBER = "number";

    private final RightsRequests requests;
    private final Wishes wishes;
    private final WishWords words;
    private final Accounts accounts;
    private final Audit audit;

    HighRight(
            RightsRequests requests,
            Wishes wishes,
            WishWords words,
            Accounts accounts,
            Audit audit) {
        this.requests = requests;
        this.wishes = wishes;
        this.words = words;
        this.accounts = accounts;
        this.audit = audit;
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Label name() {
        return Label.of("高权限授权", "High right");
    }

    @Override
    public Form form() {
        return Form.of(
                FormField.of(NUMBER, Kind.TEXT, "授权申请编号", "Rights request").needed().upTo(30));
    }

    @Override
    public Permission submittedBy() {
        return Permission.ROLE_GRANT;
    }

    @Override
    public ProcessTree process() {
        return ProcessTree.of(
                Step.of(
                        "second",
                        Label.of("第二人批准", "Second person"),
                        Mode.ANY,
                        new Approver.HolderOf(Permission.GRANT_APPROVE)));
    }

    @Override
    public boolean mustBeProven() {
        return true;
    }

    @Override
    public void check(Submission asked) {
        Held held = held(asked.fields());
        if (!held.requestedBy().equals(asked.by().id())) {
            throw Problem.notFound();
        }
        requireWaiting(held);
    }

    @Override
    public Subject subject(Submission asked) {
        Held held = held(asked.fields());
        return new Subject(
                "rightsRequest",
                held.id(),
                words.title(held),
                held.personId(),
                held.departmentId());
    }

    @Override
    public List<FieldChange> changes(Submission asked) {
        Held held = held(asked.fields());
        return words.changes(held.wish(), held.before());
    }

    @Override
    public void approved(Decision decision) {
        Held held = held(decision.fields());
        requireWaiting(held);
        wishes.apply(
                requester(held), held.wish(), held.before(), held.reason(), decision.by().id());
        settle(held, decision, RightsRequest.State.EFFECTIVE, AccessAct.APPROVED);
    }

    @Override
    public void closed(Decision decision) {
        Held held = held(decision.fields());
        if (held.state() != RightsRequest.State.PENDING) {
            return;
        }
        if (decision.outcome() == Outcome.WITHDRAWN) {
            settle(held, decision, RightsRequest.State.WITHDRAWN, AccessAct.WITHDRAWN);
        } else {
            settle(held, decision, RightsRequest.State.REJECTED, AccessAct.REJECTED);
        }
    }

    private Held held(FormValues fields) {
        return requests.lock(fields.text(NUMBER)).orElseThrow(Problem::notFound);
    }

    private static void requireWaiting(Held held) {
        if (held.state() != RightsRequest.State.PENDING) {
            throw Problem.of(AccessProblem.REQUEST_DECIDED);
        }
    }

    /** The requester with the rights of now, as far as they count from where the request came. */
    private Actor requester(Held held) {
        return accounts.find(held.requestedBy())
                .map(one -> one.actor(new Actor.Connection(held.requestedFrom(), null, null)))
                .orElseThrow(() -> Problem.of(IdentityProblem.NOT_ADMINISTERED));
    }

    private void settle(Held held, Decision decision, RightsRequest.State state, AccessAct act) {
        requests.settle(held.id(), state, decision.by().id(), decision.opinion());
        Entry entry =
                Entry.of(decision.by(), act)
                        .subject("rightsRequest", held.id(), words.person(held))
                        .request(decision.request())
                        .reason(decision.opinion());
        audit.record(held.personId() == null ? entry : entry.within(held.personId()));
    }
}
