package org.kedang.approval;

import org.jspecify.annotations.Nullable;
import org.kedang.approval.ProcessSketch.Clock;
import org.kedang.approval.ProcessSketch.Part;
import org.kedang.approval.ProcessSketch.Way;
import org.kedang.approval.ProcessSketch.When;
import org.kedang.identity.Holders;
import org.kedang.identity.Roles;
import org.kedang.kernel.Problem;
import org.springframework.stereotype.Component;

import java.util.HashSet;
import java.util.List;
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

    private final Holders holders;
    private final Roles roles;

    CheckingProcesses(Holders holders, Roles roles) {
        this.holders = holders;
        this.roles = roles;
    }

    /** Everything found, from above; without an error it can run. */
    List<ProcessFinding> check(RequestType type, ProcessSketch sketch) {
        Checking checking = new Checking(type);
        checking.parts(sketch.parts());
        checking.whole(sketch);
        return checking.found.all();
    }

    /**
     * The process that was drawn.
     *
     * @throws Problem {@code process-broken} with the first error
     */
    ProcessTree tree(RequestType type, ProcessSketch sketch) {
        check(type, sketch).stream()
                .filter(ProcessFinding::error)
                .findFirst()
                .ifPresent(CheckingProcesses::refuse);
        return Sketching.tree(sketch);
    }

    private static void refuse(ProcessFinding error) {
        throw Problem.invalid("sketch." + error.part(), "process-broken", error.zh(), error.en());
    }

    private final class Checking {
        private final RequestType type;
        private final Set<String> ids = new HashSet<>();
        private final ProcessFindings found = new ProcessFindings();
        private final CheckingApprovers approvers;
        private final CheckingConditions conditions;

        Checking(RequestType type) {
            this.type = type;
            approvers = new CheckingApprovers(holders, roles, type.form(), found);
            conditions = new CheckingConditions(type, found);
        }

        void whole(ProcessSketch sketch) {
            if (ids.size() > MOST_PARTS) {
                found.error("", "流程最多 100 个部分，请简化。", "No more than 100 parts; make it simpler.");
            }
            if (decides(sketch.parts())) {
                return;
            }
            if (type.mustBeDecided()) {
                found.error(
                        "",
                        "此类申请必须有人审批，请在每一条路上都至少放一个环节。",
                        "Requests of this type must be decided; every way needs a step.");
            } else {
                found.warn(
                        "",
                        "有一条路没有任何环节：走这条路的申请提交后立即生效，无人审批。",
                        "A way has no step: what takes it takes effect undecided.");
            }
        }

        void parts(List<Part> parts) {
            for (Part part : parts) {
                if (!NAME.matcher(part.id()).matches() || !ids.add(part.id())) {
                    found.error(
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
                found.error(step.id(), "请填写环节名称和审批方式。", "Name the step and say how it is decided.");
            }
            if (step.approvers().isEmpty()) {
                found.error(
                        step.id(),
                        "没有审批人，请至少指定一个。",
                        "There is nobody to decide; name at least one.");
            }
            if (step.mode() == Mode.VOTE
                    && (step.share() == null || step.share() < 1 || step.share() > 100)) {
                found.error(
                        step.id(), "票签比例须在 1 到 100 之间。", "The share of votes is from 1 to 100.");
            }
            step.approvers().forEach(who -> approvers.check(step, who));
            clocks(step);
        }

        private void clocks(Part step) {
            for (Clock clock :
                    new @Nullable Clock[] {
                        step.due(), step.remind(), step.escalate(), step.expire()
                    }) {
                if (clock != null && (clock.count() < 1 || clock.count() > 500)) {
                    found.error(step.id(), "时限须在 1 到 500 之间。", "Times are from 1 to 500.");
                }
            }
            if (isNotBefore(step.remind(), step.due())) {
                found.warn(
                        step.id(),
                        "提醒不早于办理时限，提醒就晚了。",
                        "The reminder does not come before the time is over.");
            }
            if (isNotBefore(step.due(), step.expire())) {
                found.error(
                        step.id(),
                        "过期时间须晚于办理时限。",
                        "A request cannot expire before the step is due.");
            }
            if (step.expire() != null && type.mustBeDecided()) {
                found.error(
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
                found.error(branch.id(), "分支至少要有两条路。", "A branch needs two ways at least.");
            }
            Set<When> before = new HashSet<>();
            int last = branch.ways().size() - 1;
            for (int i = 0; i <= last; i++) {
                Way way = branch.ways().get(i);
                if ((way.when() == null) != (i == last)) {
                    found.error(
                            branch.id(),
                            "除最后一条“其他情况”外，每条路都要有条件，最后一条不能有。",
                            "Every way but the last needs a condition; the last takes what is"
                                    + " left.");
                } else if (way.when() != null) {
                    conditions.check(branch, way.when(), before);
                }
                parts(way.parts());
            }
        }

        private void lanes(Part lanes) {
            if (lanes.ways().size() < 2) {
                found.error(lanes.id(), "并行至少要有两路。", "Lanes are two at least.");
            }
            for (Way lane : lanes.ways()) {
                if (lane.when() != null) {
                    found.error(
                            lanes.id(),
                            "并行的各路同时进行，不能有条件。",
                            "Lanes all run; they have no conditions.");
                }
                if (lane.parts().isEmpty()) {
                    found.error(lanes.id(), "并行的每一路至少要有一个环节。", "Every lane needs a step.");
                }
                parts(lane.parts());
            }
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

    private static int hours(Clock clock) {
        return clock.unit() == Term.Unit.DAYS ? clock.count() * HOURS_A_DAY : clock.count();
    }
}
