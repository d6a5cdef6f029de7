package org.kedang.approval;

import org.jspecify.annotations.Nullable;
import org.kedang.approval.ProcessTree.Step;
import org.kedang.audit.Audit;
import org.kedang.audit.Entry;
import org.kedang.form.Form;
import org.kedang.form.FormField;
import org.kedang.form.FormField.Kind;
import org.kedang.form.FormValues;
import org.kedang.form.Label;
import org.kedang.kernel.Permission;
import org.kedang.kernel.Problem;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

/**
 * A drawn process comes into force only when a second person agrees: neither who asks nor who drew
 * it. What was agreed to is what comes, for a saved version never changes.
 */
@Component
class ActivatingProcess implements PageRequestType {
    static final String CODE = "activate-process";
    private static final String TYPE = "process";
    private static final String VERSION = "version";

    private final ObjectProvider<RequestTypes> types;
    private final ProcessVersions versions;
    private final Processes processes;
    private final ProcessOutline outline;
    private final Audit audit;

    ActivatingProcess(
            ObjectProvider<RequestTypes> types,
            ProcessVersions versions,
            Processes processes,
            ProcessOutline outline,
            Audit audit) {
        this.types = types;
        this.versions = versions;
        this.processes = processes;
        this.outline = outline;
        this.audit = audit;
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Label name() {
        return Label.of("启用流程版本", "Bringing a process into force");
    }

    @Override
    public Form form() {
        return Form.of(
                FormField.of(TYPE, Kind.TEXT, "申请类型代码", "Code of the request type")
                        .needed()
                        .upTo(60),
                FormField.of(VERSION, Kind.NUMBER, "版本", "Version").needed().from(1));
    }

    @Override
    public Permission submittedBy() {
        return Permission.PROCESS_MANAGE;
    }

    @Override
    public ProcessTree process() {
        return ProcessTree.of(
                Step.of(
                        "second",
                        Label.of("第二人核准", "Second person"),
                        Mode.ANY,
                        new Approver.HolderOf(Permission.GRANT_APPROVE)));
    }

    @Override
    public boolean mustBeProven() {
        return true;
    }

    @Override
    public @Nullable Subject subject(Submission asked) {
        ProcessVersions.Row draft = draft(asked.fields().text(TYPE), number(asked.fields()));
        RequestType type = type(asked.fields().text(TYPE));
        return new Subject(
                "process",
                draft.id(),
                type.name().zh() + " 第 " + draft.version() + " 版",
                draft.madeBy(),
                null);
    }

    @Override
    public void check(Submission asked) {
        draft(asked.fields().text(TYPE), number(asked.fields()));
    }

    @Override
    public List<FieldChange> changes(Submission asked) {
        RequestType type = type(asked.fields().text(TYPE));
        ProcessVersions.Row draft = draft(type.code(), number(asked.fields()));
        return List.of(
                new FieldChange(
                        Label.of("审批环节", "Steps"),
                        outline.of(processes.current(type)),
                        outline.of(Bpmn.read(draft.bpmn()))));
    }

    @Override
    public void approved(Decision decision) {
        RequestType type = type(decision.fields().text(TYPE));
        versions.lock(type.code());
        ProcessVersions.Row draft = draft(type.code(), number(decision.fields()));
        audit.record(
                Entry.of(decision.by(), ApprovalAct.PROCESS_ACTIVATED)
                        .subject(
                                "process",
                                draft.id(),
                                type.name().zh() + " 第 " + draft.version() + " 版")
                        .request(decision.request())
                        .changed(
                                "process",
                                outline.of(processes.current(type)),
                                outline.of(Bpmn.read(draft.bpmn()))));
        versions.activate(type.code(), draft, decision.by().id());
    }

    private RequestType type(String code) {
        return types.getObject().get(code);
    }

    /** The version, as long as it waits. */
    private ProcessVersions.Row draft(String type, int version) {
        return versions.find(type, version)
                .filter(row -> row.state().equals("DRAFT"))
                .orElseThrow(() -> Problem.of(ApprovalProblem.NO_DRAFT));
    }

    private static int number(FormValues fields) {
        BigDecimal version = Objects.requireNonNull(fields.number(VERSION));
        try {
            return version.intValueExact();
        } catch (ArithmeticException e) {
            throw Problem.of(ApprovalProblem.NO_DRAFT);
        }
    }
}
