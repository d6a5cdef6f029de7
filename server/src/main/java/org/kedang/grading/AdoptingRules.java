package org.kedang.grading;

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
import org.kedang.form.Form;
import org.kedang.form.FormField;
import org.kedang.form.FormField.Kind;
import org.kedang.form.FormValues;
import org.kedang.form.Label;
import org.kedang.grading.RuleVersions.Row;
import org.kedang.grading.RuleVersions.State;
import org.kedang.kernel.Actor;
import org.kedang.kernel.KernelProblem;
import org.kedang.kernel.Permission;
import org.kedang.kernel.Problem;
import org.springframework.stereotype.Component;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Rules count only when a second person agrees, neither who asks nor who wrote them. What was
 * agreed to is what counts, for a saved version never changes. The page of grading rules submits
 * it.
 */
@Component
class AdoptingRules implements PageRequestType {
    static final String CODE = "grading-rules";
    static final String VERSION = "version";
    static final String FROM_DAY = "fromDay";

    private final RuleVersions versions;
    private final RuleWords words;
    private final GradingRuns runs;
    private final Audit audit;

    AdoptingRules(RuleVersions versions, RuleWords words, GradingRuns runs, Audit audit) {
        this.versions = versions;
        this.words = words;
        this.runs = runs;
        this.audit = audit;
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Label name() {
        return Label.of("启用定级规则", "Adopting grading rules");
    }

    @Override
    public Form form() {
        return Form.of(
                FormField.of(VERSION, Kind.NUMBER, "版本", "Version").needed().from(1),
                FormField.of(FROM_DAY, Kind.DATE, "生效日期", "First day").needed());
    }

    @Override
    public Permission submittedBy() {
        return Permission.GRADING_MANAGE;
    }

    @Override
    public ProcessTree process() {
        return ProcessTree.of(
                Step.of(
                        "second",
                        Label.of("第二人核准", "Second person"),
                        Mode.ANY,
                        new Approver.HolderOf(Permission.GRADING_MANAGE)));
    }

    @Override
    public void check(Submission asked) {
        waiting(asked.fields());
    }

    @Override
    public Subject subject(Submission asked) {
        Row row = waiting(asked.fields());
        return new Subject("gradeRules", row.id(), WritingRules.title(row), row.madeBy(), null);
    }

    @Override
    public List<FieldChange> changes(Submission asked) {
        Optional<Row> now = versions.findInForce();
        return List.of(
                new FieldChange(
                        Label.of("定级规则", "Rules"),
                        now.map(row -> words.of(row.rules())).orElse(null),
                        words.of(waiting(asked.fields()).rules())));
    }

    @Override
    public void approved(Decision decision) {
        versions.lock();
        Row row = waiting(decision.fields());
        Actor by = decision.by();
        if (by.id().equals(row.madeBy())) {
            throw Problem.of(KernelProblem.NOT_PERMITTED);
        }
        LocalDate wished = Objects.requireNonNull(decision.fields().date(FROM_DAY));
        LocalDate today = versions.today();
        LocalDate from = wished.isBefore(today) ? today : wished;
        versions.adopt(row.id(), from, decision.request(), by.id());
        audit.record(
                WritingRules.about(by, GradingAct.ADOPTED, row)
                        .request(decision.request())
                        .change("fromDay", null, from));
        if (!from.isAfter(today)) {
            runs.startAnew(by);
        }
    }

    @Override
    public void closed(Decision decision) {
        versions.lock();
        find(decision.fields())
                .filter(row -> row.state() == State.ASKED)
                .ifPresent(
                        row -> {
                            versions.move(row.id(), State.DRAFT);
                            audit.record(
                                    WritingRules.about(decision.by(), GradingAct.GIVEN_BACK, row)
                                            .request(decision.request())
                                            .reason(decision.opinion()));
                        });
    }

    private Row waiting(FormValues fields) {
        return find(fields)
                .filter(row -> row.state() == State.ASKED)
                .orElseThrow(() -> Problem.of(GradingProblem.NO_DRAFT));
    }

    private Optional<Row> find(FormValues fields) {
        BigDecimal version = Objects.requireNonNull(fields.number(VERSION));
        return version.stripTrailingZeros().scale() > 0 || version.precision() > 9
                ? Optional.empty()
                : versions.findVersion(version.intValue());
    }
}
