package org.kedang.keychange;

import org.kedang.approval.Approver;
import org.kedang.approval.Decision;
import org.kedang.approval.FieldChange;
import org.kedang.approval.Mode;
import org.kedang.approval.PageRequestType;
import org.kedang.approval.ProcessTree;
import org.kedang.approval.ProcessTree.Step;
import org.kedang.approval.Subject;
import org.kedang.approval.Submission;
import org.kedang.audit.Audit;
import org.kedang.audit.Entry;
import org.kedang.customer.CustomerSummary;
import org.kedang.customer.HeldValue;
import org.kedang.customer.ReachingCustomers;
import org.kedang.customer.SettlingHeldChanges;
import org.kedang.customer.Versions;
import org.kedang.customer.Versions.Difference;
import org.kedang.form.Form;
import org.kedang.form.FormField;
import org.kedang.form.FormField.Kind;
import org.kedang.form.FormValues;
import org.kedang.form.Label;
import org.kedang.identity.Directory;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Permission;
import org.kedang.kernel.Problem;
import org.kedang.keychange.KeyChanges.Row;
import org.kedang.keychange.KeyChanges.State;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Optional;

/**
 * A change of key facts: the head of the customer's department compares it with the papers. The
 * request stays for good and shows sensitive values masked; who may see them sees them on the
 * customer's page. Saving a customer submits it.
 */
@Component
class ChangeRequest implements PageRequestType {
    static final String CODE = "customer-key-change";
    static final String CUSTOMER = "customer";
    static final String CHANGE = "change";
    private static final int LONGEST_REASON = 500;

    private final KeyChanges changes;
    private final Requesters requesters;
    private final ReachingCustomers reaching;
    private final SettlingHeldChanges settling;
    private final Versions versions;
    private final Directory directory;
    private final Audit audit;

    ChangeRequest(
            KeyChanges changes,
            Requesters requesters,
            ReachingCustomers reaching,
            SettlingHeldChanges settling,
            Versions versions,
            Directory directory,
            Audit audit) {
        this.changes = changes;
        this.requesters = requesters;
        this.reaching = reaching;
        this.settling = settling;
        this.versions = versions;
        this.directory = directory;
        this.audit = audit;
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Label name() {
        return Label.of("客户资料变更", "Change of a customer's key facts");
    }

    @Override
    public Form form() {
        return Form.of(
                FormField.of(CUSTOMER, Kind.TEXT, "客户编号", "Customer number").needed().upTo(20),
                FormField.of(CHANGE, Kind.TEXT, "变更单号", "Change").needed().upTo(20));
    }

    @Override
    public Permission submittedBy() {
        return Permission.CUSTOMER_WRITE;
    }

    @Override
    public ProcessTree process() {
        return ProcessTree.of(
                Step.of(
                        "check",
                        Label.of("核对", "Check"),
                        Mode.ANY,
                        new Approver.SubjectDepartmentHead()));
    }

    @Override
    public void check(Submission asked) {
        waiting(asked);
    }

    private Row waiting(Submission asked) {
        return changes.find(asked.fields().text(CHANGE))
                .filter(row -> row.state() == State.WAITING)
                .filter(row -> row.requestedBy().equals(asked.by().id()))
                .filter(row -> customer(row).number().equals(asked.fields().text(CUSTOMER)))
                .orElseThrow(() -> Problem.of(KeyChangeProblem.OVER));
    }

    private CustomerSummary customer(Row row) {
        return reaching.get(Actor.SYSTEM, row.customerId());
    }

    @Override
    public Subject subject(Submission asked) {
        CustomerSummary customer = customer(waiting(asked));
        return new Subject(
                "customer",
                customer.id(),
                customer.number() + " " + customer.name(),
                null,
                customer.departmentId());
    }

    @Override
    public List<FieldChange> changes(Submission asked) {
        return versions.listMasked(changes.values(waiting(asked).id())).stream()
                .map(ChangeRequest::change)
                .toList();
    }

    private static FieldChange change(Difference one) {
        return new FieldChange(FieldGroup.labelOf(one.field()), one.before(), one.after());
    }

    /** What was changed to something else meanwhile is not overwritten. */
    @Override
    public void approved(Decision decision) {
        Row row = lockWaiting(decision).orElseThrow(() -> Problem.of(KeyChangeProblem.OVER));
        List<HeldValue> values = changes.values(row.id());
        requesters.requireStill(decision, customer(row), values);
        List<String> overtaken = settling.changedSince(row.customerId(), values);
        if (!overtaken.isEmpty()) {
            throw Problem.of(
                    KeyChangeProblem.CHANGED_SINCE,
                    FieldGroup.zh(overtaken),
                    FieldGroup.en(overtaken));
        }
        settling.settle(
                decision.by(),
                row.customerId(),
                values,
                decision.request(),
                shortened(
                        "%s %s申请，%s核对：%s"
                                .formatted(
                                        decision.number(),
                                        directory.personName(row.requestedBy()),
                                        decision.by().name(),
                                        decision.reason())));
        changes.settle(row.id(), State.DONE, decision.by().id());
    }

    /** A version keeps so much of it; the request keeps all. */
    private static String shortened(String reason) {
        return reason.codePointCount(0, reason.length()) <= LONGEST_REASON
                ? reason
                : reason.substring(0, reason.offsetByCodePoints(0, LONGEST_REASON - 1)) + "…";
    }

    /** Of the request that is decided, not of another one that names the same change. */
    private Optional<Row> lockWaiting(Decision decision) {
        return find(decision.fields())
                .filter(row -> row.state() == State.WAITING)
                .filter(row -> decision.request().equals(row.requestId()));
    }

    private Optional<Row> find(FormValues fields) {
        return changes.lock(fields.text(CHANGE));
    }

    @Override
    public void closed(Decision decision) {
        lockWaiting(decision)
                .ifPresent(
                        row -> {
                            changes.settle(row.id(), State.CLOSED, decision.by().id());
                            CustomerSummary customer = customer(row);
                            audit.record(
                                    Entry.of(decision.by(), KeyChangeAct.CLOSED)
                                            .subject("customer", customer.id(), customer.name())
                                            .customer(customer.id())
                                            .request(decision.request())
                                            .reason(decision.opinion()));
                        });
    }
}
