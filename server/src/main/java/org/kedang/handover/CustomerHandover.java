package org.kedang.handover;

import org.kedang.approval.Approver;
import org.kedang.approval.Decision;
import org.kedang.approval.Mode;
import org.kedang.approval.PageRequestType;
import org.kedang.approval.ProcessTree;
import org.kedang.approval.ProcessTree.Step;
import org.kedang.approval.Subject;
import org.kedang.approval.Submission;
import org.kedang.audit.Audit;
import org.kedang.form.Form;
import org.kedang.form.FormField;
import org.kedang.form.FormField.Kind;
import org.kedang.form.FormValues;
import org.kedang.form.Label;
import org.kedang.handover.Handovers.Held;
import org.kedang.identity.Holders;
import org.kedang.kernel.Permission;
import org.kedang.kernel.Problem;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A large handover (B10): the heads of the departments that give and of the one that takes agree.
 * The list of customers submits it.
 */
@Component
class CustomerHandover implements PageRequestType {
    static final String CODE = "customer-handover";
    static final String NUMBER = "number";
    static final String COUNT = "count";
    static final String TAKER = "taker";
    static final String DEPARTMENT = "department";

    private final Handovers handovers;
    private final Holders holders;
    private final ObjectProvider<HandingOver> handingOver;
    private final Audit audit;

    CustomerHandover(
            Handovers handovers,
            Holders holders,
            ObjectProvider<HandingOver> handingOver,
            Audit audit) {
        this.handovers = handovers;
        this.holders = holders;
        this.handingOver = handingOver;
        this.audit = audit;
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Label name() {
        return Label.of("客户移交", "Customer handover");
    }

    @Override
    public Form form() {
        return Form.of(
                FormField.of(NUMBER, Kind.TEXT, "移交单号", "Handover").needed().upTo(20),
                FormField.of(COUNT, Kind.NUMBER, "客户数", "Customers").needed().from(1),
                FormField.of(TAKER, Kind.PERSON, "接收人", "Taker").needed(),
                FormField.of(DEPARTMENT, Kind.DEPARTMENT, "接收部门", "Department").needed());
    }

    @Override
    public Permission submittedBy() {
        return Permission.CUSTOMER_WRITE;
    }

    @Override
    public ProcessTree process() {
        return ProcessTree.of(
                Step.of(
                        "heads",
                        Label.of("双方部门负责人", "Heads of both departments"),
                        Mode.ALL,
                        new Approver.OfType()));
    }

    @Override
    public List<UUID> deciders(UUID requester, FormValues fields) {
        Held held = held(fields);
        return Stream.concat(
                        handovers.givingDepartments(held.id()).stream(),
                        Stream.of(held.toDepartment()))
                .distinct()
                .flatMap(one -> holders.headAbove(one, 0, Set.of(requester)).stream())
                .distinct()
                .toList();
    }

    @Override
    public void check(Submission asked) {
        Held held = held(asked.fields());
        if (!held.madeBy().equals(asked.by().id())) {
            throw Problem.notFound();
        }
        boolean same =
                asked.fields().text(COUNT).equals(String.valueOf(held.total()))
                        && held.toOwner().equals(asked.fields().id(TAKER))
                        && held.toDepartment().equals(asked.fields().id(DEPARTMENT));
        if (held.state() != HandoverState.ASKED || !same) {
            throw Problem.of(HandoverProblem.ASK_ON_PAGE);
        }
    }

    @Override
    public Subject subject(Submission asked) {
        Held held = held(asked.fields());
        return new Subject(
                "handover",
                held.id(),
                held.number(),
                null,
                handovers.givingDepartments(held.id()).getFirst());
    }

    @Override
    public void approved(Decision decision) {
        Held held = held(decision.fields());
        if (held.state() != HandoverState.ASKED) {
            throw Problem.of(HandoverProblem.OVER);
        }
        handingOver.getObject().requireFit(held.toOwner());
        handovers.start(held.id());
        audit.record(
                HandingOver.about(decision.by(), HandoverAct.STARTED, held.id(), held.number())
                        .request(decision.request()));
    }

    @Override
    public void closed(Decision decision) {
        Held held = held(decision.fields());
        if (held.state() == HandoverState.ASKED) {
            handovers.cancelOpen(held.id());
            handovers.end(held.id(), HandoverState.REFUSED);
            audit.record(
                    HandingOver.about(decision.by(), HandoverAct.REFUSED, held.id(), held.number())
                            .request(decision.request())
                            .reason(decision.opinion()));
        }
    }

    private Held held(FormValues fields) {
        return handovers.lock(fields.text(NUMBER)).orElseThrow(Problem::notFound);
    }
}
