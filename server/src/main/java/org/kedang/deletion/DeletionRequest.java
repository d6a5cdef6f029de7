package org.kedang.deletion;

import org.kedang.approval.Approver;
import org.kedang.approval.Decision;
import org.kedang.approval.FieldChange;
import org.kedang.approval.Mode;
import org.kedang.approval.ProcessTree;
import org.kedang.approval.ProcessTree.Step;
import org.kedang.approval.RequestType;
import org.kedang.approval.Subject;
import org.kedang.approval.Submission;
import org.kedang.audit.Audit;
import org.kedang.audit.Entry;
import org.kedang.customer.DeletingCustomer;
import org.kedang.customer.DeletingCustomer.Doomed;
import org.kedang.form.Form;
import org.kedang.form.FormField;
import org.kedang.form.FormField.Kind;
import org.kedang.form.FormField.Option;
import org.kedang.form.FormValues;
import org.kedang.form.Label;
import org.kedang.identity.Accounts;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Ids;
import org.kedang.kernel.Permission;
import org.kedang.kernel.Problem;
import org.springframework.stereotype.Component;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * The deletion of a customer: the head of its department agrees, then who manages personal
 * information; a further person does it thereafter. The request stays for good and therefore names
 * the customer by its number only.
 */
@Component
class DeletionRequest implements RequestType {
    static final String CODE = "customer-deletion";
    private static final String NUMBER = "number";
    private static final String BASIS = "basis";
    private static final String CASE = "case";

    private final DeletingCustomer deleting;
    private final ContentsOfCustomers contents;
    private final Deletions deletions;
    private final TellingOfDeletions telling;
    private final Accounts accounts;
    private final Audit audit;

    DeletionRequest(
            DeletingCustomer deleting,
            ContentsOfCustomers contents,
            Deletions deletions,
            TellingOfDeletions telling,
            Accounts accounts,
            Audit audit) {
        this.deleting = deleting;
        this.contents = contents;
        this.deletions = deletions;
        this.telling = telling;
        this.accounts = accounts;
        this.audit = audit;
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Label name() {
        return Label.of("客户删除", "Deletion of a customer");
    }

    @Override
    public Form form() {
        Option[] bases =
                Arrays.stream(DeletionBasis.values())
                        .map(one -> new Option(one.name(), one.label()))
                        .toArray(Option[]::new);
        return Form.of(
                FormField.of(NUMBER, Kind.TEXT, "客户编号", "Customer number")
                        .needed()
                        .upTo(20)
                        .hinting(
                                "如 C00000012；申请会长期保存，理由中不要写客户名称和个人信息",
                                "Such as C00000012. Requests are kept: do not name the customer in"
                                        + " the reason"),
                FormField.of(BASIS, Kind.CHOICE, "依据", "Basis").needed().choosing(bases),
                FormField.of(CASE, Kind.TEXT, "权利请求编号", "Number of the rights case")
                        .upTo(20)
                        .hinting("客户要求删除时填写", "Where the customer asked for it"));
    }

    @Override
    public Permission submittedBy() {
        return Permission.CUSTOMER_WRITE;
    }

    @Override
    public ProcessTree process() {
        return ProcessTree.of(
                Step.of(
                        "head",
                        Label.of("客户所属部门负责人", "Head of the customer's department"),
                        Mode.ALL,
                        new Approver.SubjectDepartmentHead()),
                Step.of(
                        "records",
                        Label.of("档案部门", "Records department"),
                        Mode.ANY,
                        new Approver.HolderOf(Permission.PRIVACY_MANAGE)));
    }

    @Override
    public boolean mustBeDecided() {
        return true;
    }

    @Override
    public boolean mustBeProven() {
        return true;
    }

    @Override
    public void check(Submission asked) {
        requireDeletable(customer(asked.by(), asked.fields()));
    }

    private void requireDeletable(Doomed customer) {
        if (deletions.isWaiting(customer.id())) {
            throw Problem.of(DeletionProblem.WAITING);
        }
        contents.requireUnhindered(customer.id());
    }

    @Override
    public Subject subject(Submission asked) {
        Doomed customer = customer(asked.by(), asked.fields());
        return new Subject(
                "customer", customer.id(), customer.number(), null, customer.departmentId());
    }

    /** How much of what would be gone. */
    @Override
    public List<FieldChange> changes(Submission asked) {
        UUID customer = customer(asked.by(), asked.fields()).id();
        return contents.count(customer).stream()
                .map(one -> new FieldChange(one.name(), String.valueOf(one.count()), null))
                .toList();
    }

    private Doomed customer(Actor by, FormValues fields) {
        return deleting.find(by, fields.text(NUMBER).strip().toUpperCase(Locale.ROOT))
                .orElseThrow(
                        () ->
                                Problem.invalid(
                                        "fields." + NUMBER,
                                        "unknown",
                                        "没有这个编号的客户，或您无权修改该客户。",
                                        "There is no customer of this number that you may"
                                                + " change."));
    }

    /** What is deleted is the customer as it is now: a later change needs a new request. */
    @Override
    public void approved(Decision decision) {
        Actor requester =
                accounts.find(decision.requester())
                        .map(
                                one ->
                                        one.actor(
                                                new Actor.Connection(
                                                        decision.requestedFrom(), null, null)))
                        .orElseThrow(Problem::notFound);
        UUID found = customer(requester, decision.fields()).id();
        Doomed customer = deleting.lock(found).orElseThrow(Problem::notFound);
        requireDeletable(customer);
        UUID id = Ids.next();
        deletions.add(
                id,
                new Deletions.Approved(
                        decision.request(),
                        decision.number(),
                        DeletionBasis.valueOf(decision.fields().text(BASIS)),
                        decision.reason(),
                        decision.requester()),
                customer);
        audit.record(
                Entry.of(decision.by(), DeletionAct.APPROVED)
                        .subject("customer", customer.id(), customer.number())
                        .customer(customer.id())
                        .request(decision.request())
                        .reason(decision.opinion()));
        telling.waiting(id, decision.number());
    }
}
