package org.kedang.access;

import org.kedang.approval.Approver;
import org.kedang.approval.Decision;
import org.kedang.approval.Mode;
import org.kedang.approval.ProcessTree;
import org.kedang.approval.ProcessTree.Step;
import org.kedang.approval.RequestType;
import org.kedang.approval.Subject;
import org.kedang.approval.Submission;
import org.kedang.form.Form;
import org.kedang.form.FormField;
import org.kedang.form.FormField.Kind;
import org.kedang.form.FormValues;
import org.kedang.form.Label;
import org.kedang.identity.Accounts;
import org.kedang.identity.Directory;
import org.kedang.identity.ManagingPeople;
import org.kedang.kernel.Actor;
import org.kedang.kernel.KernelProblem;
import org.kedang.kernel.Permission;
import org.kedang.kernel.Problem;
import org.springframework.stereotype.Component;

import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * An account for a new person, to which the head of the department agrees. Nobody knows its first
 * password: whoever keeps the accounts gives one.
 */
@Component
class AddingPerson implements RequestType {
    private static final String USER_NAME = "userName";
    private static final String NAME = "name";
    private static final String DEPARTMENT = "department";
    private static final Pattern FIT = Pattern.compile("[a-z][a-z0-9._-]{1,39}");

    private final ManagingPeople people;
    private final Accounts accounts;
    private final Directory directory;

    AddingPerson(ManagingPeople people, Accounts accounts, Directory directory) {
        this.people = people;
        this.accounts = accounts;
        this.directory = directory;
    }

    @Override
    public String code() {
        return "new-person";
    }

    @Override
    public Label name() {
        return Label.of("新增人员", "New person");
    }

    @Override
    public Form form() {
        return Form.of(
                FormField.of(USER_NAME, Kind.TEXT, "用户名", "User name")
                        .needed()
                        .upTo(40)
                        .hinting(
                                "小写字母开头，可用数字和 . _ -",
                                "Begins with a small letter; digits and . _ - may follow"),
                FormField.of(NAME, Kind.TEXT, "姓名", "Name").needed().upTo(60),
                FormField.of(DEPARTMENT, Kind.DEPARTMENT, "部门", "Department").needed());
    }

    @Override
    public Permission submittedBy() {
        return Permission.PERSON_MANAGE;
    }

    @Override
    public ProcessTree process() {
        return ProcessTree.of(
                Step.of(
                        "head",
                        Label.of("部门负责人", "Head of department"),
                        Mode.ALL,
                        new Approver.Field(DEPARTMENT)));
    }

    @Override
    public boolean mustBeDecided() {
        return true;
    }

    @Override
    public void check(Submission asked) {
        if (!FIT.matcher(asked.fields().text(USER_NAME)).matches()) {
            throw Problem.invalid(
                    "fields." + USER_NAME,
                    "user-name",
                    "用户名须以小写字母开头，2 至 40 位，可用数字和 . _ -。",
                    "A user name begins with a small letter and has 2 to 40 letters, digits and"
                            + " . _ -.");
        }
    }

    @Override
    public Subject subject(Submission asked) {
        UUID department = department(asked.fields());
        return new Subject(
                "department",
                department,
                asked.fields().text(NAME) + "，" + directory.departmentName(department),
                null,
                department);
    }

    @Override
    public void approved(Decision decision) {
        Actor requester =
                accounts.find(decision.requester())
                        .map(
                                one ->
                                        one.actor(
                                                new Actor.Connection(
                                                        decision.requestedFrom(), null, null)))
                        .filter(actor -> actor.may(Permission.PERSON_MANAGE))
                        .orElseThrow(() -> Problem.of(KernelProblem.NOT_PERMITTED));
        FormValues fields = decision.fields();
        people.add(
                requester, fields.text(USER_NAME), fields.text(NAME).strip(), department(fields));
    }

    private static UUID department(FormValues fields) {
        return Objects.requireNonNull(fields.id(DEPARTMENT));
    }
}
