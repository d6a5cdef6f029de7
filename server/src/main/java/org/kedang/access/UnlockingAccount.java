package org.kedang.access;

import org.jspecify.annotations.Nullable;
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
import org.kedang.form.Label;
import org.kedang.identity.Directory;
import org.kedang.identity.ManagingPeople;
import org.kedang.kernel.Permission;
import org.springframework.stereotype.Component;

import java.util.Objects;

/**
 * Opening a locked account: somebody asks for a colleague who cannot, and a second person decides.
 * Whether the account is locked is told to nobody who asks.
 */
@Component
class UnlockingAccount implements RequestType {
    private static final String PERSON = "person";

    private final ManagingPeople people;
    private final Directory directory;

    UnlockingAccount(ManagingPeople people, Directory directory) {
        this.people = people;
        this.directory = directory;
    }

    @Override
    public String code() {
        return "unlock-account";
    }

    @Override
    public Label name() {
        return Label.of("开通锁定账号", "Opening a locked account");
    }

    @Override
    public Form form() {
        return Form.of(FormField.of(PERSON, Kind.PERSON, "谁的账号", "Whose account").needed());
    }

    @Override
    public @Nullable Permission submittedBy() {
        return null;
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
    public boolean mustBeDecided() {
        return true;
    }

    @Override
    public Subject subject(Submission asked) {
        var person = directory.person(Objects.requireNonNull(asked.fields().id(PERSON)));
        return new Subject(
                "person", person.id(), person.name(), person.id(), person.departmentId());
    }

    @Override
    public void approved(Decision decision) {
        people.unlock(decision.by(), Objects.requireNonNull(decision.fields().id(PERSON)));
    }
}
