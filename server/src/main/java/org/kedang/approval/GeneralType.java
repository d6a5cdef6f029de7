package org.kedang.approval;

import org.jspecify.annotations.Nullable;
import org.kedang.approval.ProcessTree.Step;
import org.kedang.form.Form;
import org.kedang.form.Label;
import org.kedang.kernel.Permission;
import org.kedang.kernel.Problem;

import java.util.UUID;

/**
 * A general request (通用申请) as a department defined it: the fields are data, the head of the
 * requester's department decides, and what follows people do themselves.
 *
 * @param department that defined it
 */
record GeneralType(String code, Label name, UUID department, Form form, boolean retired)
        implements RequestType {
    @Override
    public @Nullable Permission submittedBy() {
        return null;
    }

    @Override
    public ProcessTree process() {
        return ProcessTree.of(
                Step.of(
                        "head",
                        Label.of("部门负责人", "Head of department"),
                        Mode.ALL,
                        new Approver.DepartmentHead(0)));
    }

    @Override
    public void check(Submission asked) {
        if (retired) {
            throw Problem.of(ApprovalProblem.TYPE_RETIRED);
        }
    }

    @Override
    public void approved(Decision decision) {
        // the approval itself is what was asked for
    }
}
