package org.kedang.export;

import org.kedang.approval.Approver;
import org.kedang.approval.Condition;
import org.kedang.approval.Decision;
import org.kedang.approval.FieldChange;
import org.kedang.approval.Mode;
import org.kedang.approval.PageRequestType;
import org.kedang.approval.ProcessTree;
import org.kedang.approval.ProcessTree.Branch;
import org.kedang.approval.ProcessTree.Path;
import org.kedang.approval.ProcessTree.Step;
import org.kedang.approval.Subject;
import org.kedang.approval.Submission;
import org.kedang.audit.Audit;
import org.kedang.audit.Entry;
import org.kedang.export.CustomerExport.State;
import org.kedang.export.CustomerExports.Held;
import org.kedang.form.Form;
import org.kedang.form.FormField;
import org.kedang.form.FormField.Kind;
import org.kedang.form.Label;
import org.kedang.kernel.Permission;
import org.kedang.kernel.Problem;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A restricted export: the head of the requester's department agrees, and where sensitive values
 * shall be clear, who manages personal information too. The list of customers submits it.
 */
@Component
class ExportRequest implements PageRequestType {
    static final String CODE = "customer-export";
    static final String NUMBER = "export";
    private static final String CLEAR = "clear";
    private static final String COUNT = "count";

    private final CustomerExports exports;
    private final MakingExports making;
    private final SelectionWords words;
    private final CustomColumns custom;
    private final ExportSettings settings;
    private final Audit audit;
    private final Clock clock;

    ExportRequest(
            CustomerExports exports,
            MakingExports making,
            SelectionWords words,
            CustomColumns custom,
            ExportSettings settings,
            Audit audit,
            Clock clock) {
        this.exports = exports;
        this.making = making;
        this.words = words;
        this.custom = custom;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Label name() {
        return Label.of("导出客户", "Export of customers");
    }

    @Override
    public Form form() {
        return Form.of(
                FormField.of(NUMBER, Kind.TEXT, "导出编号", "Number of the export").needed().upTo(20));
    }

    @Override
    public Permission submittedBy() {
        return Permission.CUSTOMER_READ;
    }

    @Override
    public ProcessTree process() {
        return ProcessTree.of(
                Step.of(
                        "head",
                        Label.of("申请人部门负责人", "Head of the requester's department"),
                        Mode.ALL,
                        new Approver.DepartmentHead(0)),
                new Branch(
                        "sensitive",
                        List.of(
                                new Path(
                                        new Condition(CLEAR, Condition.Operator.EQUAL, "true"),
                                        List.of(
                                                Step.of(
                                                        "privacy",
                                                        Label.of("个人信息管理", "Personal information"),
                                                        Mode.ANY,
                                                        new Approver.HolderOf(
                                                                Permission.PRIVACY_MANAGE)))),
                                new Path(null, List.of()))));
    }

    @Override
    public Map<String, Label> factLabels() {
        return Map.of(
                CLEAR, Label.of("含完整敏感信息", "Sensitive values clear"),
                COUNT, Label.of("客户数", "Number of customers"));
    }

    @Override
    public Map<String, Object> facts(Submission asked) {
        Held held = waiting(asked);
        return Map.of(CLEAR, String.valueOf(held.clear()), COUNT, held.askedCount());
    }

    @Override
    public void check(Submission asked) {
        waiting(asked);
    }

    private Held waiting(Submission asked) {
        return exports.findNumber(asked.fields().text(NUMBER))
                .filter(held -> held.state() == State.ASKED)
                .filter(held -> held.person().equals(asked.by().id()))
                .orElseThrow(() -> Problem.of(CustomerExportProblem.OVER));
    }

    @Override
    public Subject subject(Submission asked) {
        Held held = waiting(asked);
        return new Subject(
                "customer-export",
                held.id(),
                "%s（%d 个）".formatted(held.number(), held.askedCount()),
                null,
                null);
    }

    @Override
    public List<FieldChange> changes(Submission asked) {
        Held held = waiting(asked);
        return List.of(
                change("客户数", "Customers", String.valueOf(held.askedCount())),
                change("范围", "Which", words.of(held.selection())),
                change(
                        "内容",
                        "Columns",
                        Stream.concat(
                                        held.columns().stream().map(column -> column.label().zh()),
                                        custom.labels(held.more()).stream())
                                .collect(Collectors.joining("、"))),
                change("敏感信息", "Sensitive values", held.clear() ? "按权限完整显示" : "遮盖"));
    }

    private static FieldChange change(String zh, String en, String value) {
        return new FieldChange(Label.of(zh, en), null, value);
    }

    /** The file holds what the requester may see then; it is made within moments. */
    @Override
    public void approved(Decision decision) {
        Held held = lockWaiting(decision).orElseThrow(() -> Problem.of(CustomerExportProblem.OVER));
        making.requireSeeing(held);
        exports.approve(held.id(), clock.instant().plus(Duration.ofDays(settings.days())));
    }

    private Optional<Held> lockWaiting(Decision decision) {
        return exports.lockNumber(decision.fields().text(NUMBER))
                .filter(held -> held.state() == State.ASKED)
                .filter(held -> decision.request().equals(held.requestId()));
    }

    @Override
    public void closed(Decision decision) {
        lockWaiting(decision)
                .ifPresent(
                        held -> {
                            exports.end(held.id(), State.REFUSED);
                            audit.record(
                                    Entry.of(decision.by(), ExportAct.ENDED)
                                            .subject("customer-export", held.id(), held.number())
                                            .request(decision.request())
                                            .reason(decision.opinion()));
                        });
    }
}
