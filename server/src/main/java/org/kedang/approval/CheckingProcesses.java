package org.kedang.approval;

import org.jspecify.annotations.Nullable;
import org.kedang.approval.ProcessSketch.Clock;
import org.kedang.approval.ProcessSketch.Part;
import org.kedang.approval.ProcessSketch.Way;
import org.kedang.approval.ProcessSketch.When;
import org.kedang.approval.ProcessSketch.Who;
import org.kedang.form.FormField;
import org.kedang.identity.Holders;
import org.kedang.identity.Roles;
import org.springframework.stereotype.Component;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Says in words what is wrong with a drawn process. Loops cannot be drawn: going back is what
 * deciders do.
 */
@Component
class CheckingProcesses {
    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]{0,39}");
    private static final int MOST_PARTS = 100;
    private static final int HOURS_A_DAY = 8;
    private static final Set<Condition.Operator> ORDERING =
            Set.of(
                    Condition.Operator.GREATER,
                    Condition.Operator.AT_LEAST,
                    Condition.Operator.LESS,
                    Condition.Operator.AT_MOST);

    private final Holders holders;
    private final Roles roles;

    CheckingProcesses(Holders holders, Roles roles) {
        this.holders = holders;
        this.roles = roles;
    }

    /** Everything found, from above; without an error it can run. */
    List<ProcessFinding> check(RequestType type, ProcessSketch sketch) {
        Checking checking = new Checking(type, new HashSet<>(), new ArrayList<>());
        checking.parts(sketch.parts());
        checking.whole(sketch);
        return checking.found();
    }

    private final class Checking {
        private final RequestType type;
        private final Set<String> ids;
        private final List<ProcessFinding> found;

        Checking(RequestType type, Set<String> ids, List<ProcessFinding> found) {
            this.type = type;
            this.ids = ids;
            this.found = found;
        }

        List<ProcessFinding> found() {
            return found;
        }

        void whole(ProcessSketch sketch) {
            if (ids.size() > MOST_PARTS) {
                error("", "流程最多 100 个部分，请简化。", "No more than 100 parts; make it simpler.");
            }
            if (decides(sketch.parts())) {
                return;
            }
            if (type.mustBeDecided()) {
                error(
                        "",
                        "此类申请必须有人审批，请在每一条路上都至少放一个环节。",
                        "Requests of this type must be decided; every way needs a step.");
            } else {
                warn(
                        "",
                        "有一条路没有任何环节：走这条路的申请提交后立即生效，无人审批。",
                        "A way has no step: what takes it takes effect undecided.");
            }
        }

        void parts(List<Part> parts) {
            for (Part part : parts) {
                if (!NAME.matcher(part.id()).matches() || !ids.add(part.id())) {
                    error(
                            part.id(),
                            "标识“%s”重复或不合规：须以小写字母开头，只含字母和数字。".formatted(part.id()),
                            "The id \"%s\" stands twice or is no name: letters and digits, a small letter first."
                                    .formatted(part.id()));
                }
                switch (part.kind()) {
                    case STEP -> step(part);
                    case BRANCH -> branch(part);
                    case LANES -> lanes(part);
                }
            }
        }

        private void step(Part step) {
            if (step.name() == null || step.mode() == null) {
                error(step.id(), "请填写环节名称和审批方式。", "Name the step and say how it is decided.");
            }
            if (step.approvers().isEmpty()) {
                error(step.id(), "没有审批人，请至少指定一个。", "There is nobody to decide; name at least one.");
            }
            if (step.mode() == Mode.VOTE
                    && (step.share() == null || step.share() < 1 || step.share() > 100)) {
                error(step.id(), "票签比例须在 1 到 100 之间。", "The share of votes is from 1 to 100.");
            }
            step.approvers().forEach(who -> approver(step, who));
            clocks(step);
        }

        private void approver(Part step, Who who) {
            switch (who.by()) {
                case PERSON -> {
                    if (!isActivePerson(who)) {
                        error(
                                step.id(),
                                "指定的人员不存在或已停用。",
                                "The named person is not there or no longer active.");
                    }
                }
                case ROLE -> role(step, Optional.ofNullable(who.value()).orElse(""));
                case FIELD -> fieldWithPeople(step, who);
                case PERMISSION -> permission(step, who);
                case DEPARTMENT_HEAD -> {
                    int levels = Optional.ofNullable(who.levels()).orElse(0);
                    if (levels < 0 || levels > 9) {
                        error(step.id(), "上级层数须在 0 到 9 之间。", "Levels above are from 0 to 9.");
                    }
                }
                case CHOSEN, SUBJECT_DEPARTMENT_HEAD, TYPE -> {}
            }
        }

        private boolean isActivePerson(Who who) {
            return approverOf(who)
                    .filter(a -> a instanceof Approver.Person p && holders.isActive(p.id()))
                    .isPresent();
        }

        private void role(Part step, String code) {
            if (roles.find(code).isEmpty()) {
                error(
                        step.id(),
                        "没有角色“%s”。".formatted(code),
                        "There is no role \"%s\".".formatted(code));
            } else if (holders.ofRole(code).isEmpty()) {
                warn(
                        step.id(),
                        "角色“%s”目前无人担任，届时将交由兜底人。".formatted(code),
                        "Nobody holds the role \"%s\" now; the guardian would decide."
                                .formatted(code));
            }
        }

        private void permission(Part step, Who who) {
            Optional<Approver> known = approverOf(who);
            if (known.isEmpty()) {
                error(step.id(), "请选择权限。", "Choose a permission.");
            } else if (known.get() instanceof Approver.HolderOf h
                    && holders.ofPermission(h.permission(), null).isEmpty()) {
                warn(
                        step.id(),
                        "目前无人拥有此权限，届时将交由兜底人。",
                        "Nobody holds this permission now; the guardian would decide.");
            }
        }

        private void fieldWithPeople(Part step, Who who) {
            boolean names =
                    field(Optional.ofNullable(who.value()).orElse(""))
                            .filter(
                                    f ->
                                            f.kind() == FormField.Kind.PERSON
                                                    || f.kind() == FormField.Kind.DEPARTMENT)
                            .isPresent();
            if (!names) {
                error(
                        step.id(),
                        "须选择表单中“人员”或“部门”类型的栏目。",
                        "Choose a field of the form that names a person or a department.");
            }
        }

        private void clocks(Part step) {
            for (Clock clock :
                    new @Nullable Clock[] {
                        step.due(), step.remind(), step.escalate(), step.expire()
                    }) {
                if (clock != null && (clock.count() < 1 || clock.count() > 500)) {
                    error(step.id(), "时限须在 1 到 500 之间。", "Times are from 1 to 500.");
                }
            }
            if (isNotBefore(step.remind(), step.due())) {
                warn(
                        step.id(),
                        "提醒不早于办理时限，提醒就晚了。",
                        "The reminder does not come before the time is over.");
            }
            if (isNotBefore(step.due(), step.expire())) {
                error(step.id(), "过期时间须晚于办理时限。", "A request cannot expire before the step is due.");
            }
            if (step.expire() != null && type.mustBeDecided()) {
                error(
                        step.id(),
                        "涉密或涉权的申请不能因超时而结束，请去掉过期时间。",
                        "What is secret or dangerous must be decided by people: remove the"
                                + " expiry.");
            }
        }

        private boolean isNotBefore(@Nullable Clock one, @Nullable Clock other) {
            return one != null && other != null && hours(one) >= hours(other);
        }

        private void branch(Part branch) {
            if (branch.ways().size() < 2) {
                error(branch.id(), "分支至少要有两条路。", "A branch needs two ways at least.");
            }
            Set<When> before = new HashSet<>();
            int last = branch.ways().size() - 1;
            for (int i = 0; i <= last; i++) {
                Way way = branch.ways().get(i);
                if ((way.when() == null) != (i == last)) {
                    error(
                            branch.id(),
                            "除最后一条“其他情况”外，每条路都要有条件，最后一条不能有。",
                            "Every way but the last needs a condition; the last takes what is"
                                    + " left.");
                } else if (way.when() != null) {
                    condition(branch, way.when(), before);
                }
                parts(way.parts());
            }
        }

        private void condition(Part branch, When when, Set<When> before) {
            if (!before.add(when)) {
                error(
                        branch.id(),
                        "条件重复，后一条路永远走不到。",
                        "The condition stands twice; the later way is never taken.");
            }
            Optional<FormField> field = field(when.fact());
            if (field.isEmpty()
                    && !ProcessDesk.FACTS.containsKey(when.fact())
                    && !type.factLabels().containsKey(when.fact())) {
                error(
                        branch.id(),
                        "条件中的“%s”不是表单栏目，也不是此类申请提供的信息。".formatted(when.fact()),
                        "\"%s\" is neither a field of the form nor told by this type of request."
                                .formatted(when.fact()));
            }
            if (field.filter(f -> f.kind() == FormField.Kind.FILE).isPresent()) {
                error(branch.id(), "附件不能作为条件。", "Files cannot be compared.");
            }
            if (when.value().isBlank()) {
                error(branch.id(), "请填写条件的值。", "Say what to compare with.");
            } else if (field.isPresent()
                    && isNumber(field.get())
                    && !isNumber(when.value(), when.operator())) {
                error(
                        branch.id(),
                        "“%s”须与数字比较。".formatted(field.get().label().zh()),
                        "\"%s\" is compared with numbers.".formatted(field.get().label().en()));
            } else if (field.isPresent()
                    && ORDERING.contains(when.operator())
                    && !isNumber(field.get())
                    && field.get().kind() != FormField.Kind.DATE) {
                error(
                        branch.id(),
                        "只有数字、金额和日期可以比较大小。",
                        "Only numbers, amounts and dates are greater or less.");
            }
        }

        private void lanes(Part lanes) {
            if (lanes.ways().size() < 2) {
                error(lanes.id(), "并行至少要有两路。", "Lanes are two at least.");
            }
            for (Way lane : lanes.ways()) {
                if (lane.when() != null) {
                    error(
                            lanes.id(),
                            "并行的各路同时进行，不能有条件。",
                            "Lanes all run; they have no conditions.");
                }
                if (lane.parts().isEmpty()) {
                    error(lanes.id(), "并行的每一路至少要有一个环节。", "Every lane needs a step.");
                }
                parts(lane.parts());
            }
        }

        private Optional<FormField> field(String name) {
            return type.form().find(name);
        }

        private void error(String part, String zh, String en) {
            found.add(new ProcessFinding(part, true, zh, en));
        }

        private void warn(String part, String zh, String en) {
            found.add(new ProcessFinding(part, false, zh, en));
        }
    }

    /** Whether a request that goes this way comes to a step, whatever its fields. */
    private static boolean decides(List<Part> parts) {
        return parts.stream()
                .anyMatch(
                        part ->
                                switch (part.kind()) {
                                    case STEP -> true;
                                    case BRANCH ->
                                            part.ways().stream()
                                                    .allMatch(way -> decides(way.parts()));
                                    case LANES ->
                                            part.ways().stream()
                                                    .anyMatch(way -> decides(way.parts()));
                                });
    }

    private static Optional<Approver> approverOf(Who who) {
        try {
            return Optional.of(Sketching.approver(who));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static int hours(Clock clock) {
        return clock.unit() == Term.Unit.DAYS ? clock.count() * HOURS_A_DAY : clock.count();
    }

    private static boolean isNumber(FormField field) {
        return field.kind() == FormField.Kind.NUMBER || field.kind() == FormField.Kind.MONEY;
    }

    private static boolean isNumber(String value, Condition.Operator operator) {
        try {
            for (String one :
                    operator == Condition.Operator.IN ? value.split(",") : new String[] {value}) {
                new BigDecimal(one.strip());
            }
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
