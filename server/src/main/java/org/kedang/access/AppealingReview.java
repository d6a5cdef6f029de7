package org.kedang.access;

import org.jspecify.annotations.Nullable;
import org.kedang.access.Revocations.Revocation;
import org.kedang.access.RightsWish.RoleWish;
import org.kedang.approval.Approver;
import org.kedang.approval.Decision;
import org.kedang.approval.FieldChange;
import org.kedang.approval.Mode;
import org.kedang.approval.ProcessTree;
import org.kedang.approval.ProcessTree.Step;
import org.kedang.approval.RequestType;
import org.kedang.approval.Subject;
import org.kedang.approval.Submission;
import org.kedang.form.Form;
import org.kedang.form.FormField;
import org.kedang.form.FormField.Kind;
import org.kedang.form.FormField.Option;
import org.kedang.form.FormValues;
import org.kedang.form.Label;
import org.kedang.identity.Directory;
import org.kedang.identity.Holders;
import org.kedang.identity.Role;
import org.kedang.identity.Roles;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Permission;
import org.kedang.kernel.Problem;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * An appeal of whoever lost a role in an access review. The superior of who took it back hears it,
 * and only if he agrees, whoever grants carries it out, never who took it back; it is granted again
 * by the rules of now, a high role with a second person.
 */
@Component
class AppealingReview implements RequestType {
    private static final String ROLE = "role";

    private final Revocations revocations;
    private final RequestingRights requesting;
    private final Roles roles;
    private final Directory directory;
    private final Holders holders;

    AppealingReview(
            Revocations revocations,
            RequestingRights requesting,
            Roles roles,
            Directory directory,
            Holders holders) {
        this.revocations = revocations;
        this.requesting = requesting;
        this.roles = roles;
        this.directory = directory;
        this.holders = holders;
    }

    @Override
    public String code() {
        return "review-appeal";
    }

    @Override
    public Label name() {
        return Label.of("权限复核申诉", "Appeal against a review");
    }

    @Override
    public Form form() {
        Option[] all =
                roles.list().stream()
                        .map(role -> new Option(role.code(), Label.of(role.zh(), role.en())))
                        .toArray(Option[]::new);
        return Form.of(
                FormField.of(ROLE, Kind.CHOICE, "被收回的角色", "Role taken back")
                        .needed()
                        .choosing(all));
    }

    @Override
    public @Nullable Permission submittedBy() {
        return null;
    }

    @Override
    public ProcessTree process() {
        return ProcessTree.of(
                Step.of(
                        "superior",
                        Label.of("收回人的上级", "Superior of who took it back"),
                        Mode.ANY,
                        new Approver.OfType()),
                Step.of(
                        "officer",
                        Label.of("授权人", "Whoever grants"),
                        Mode.ANY,
                        new Approver.HolderOf(Permission.ROLE_GRANT)));
    }

    /** The head above whoever took it back; where he heads the department himself, the next one. */
    @Override
    public List<UUID> deciders(UUID requester, FormValues fields) {
        UUID reviewer = lost(requester, fields.text(ROLE)).decidedBy();
        UUID department = directory.person(reviewer).departmentId();
        return holders.headAbove(department, 0, Set.of(reviewer, requester)).stream().toList();
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
        lost(asked);
    }

    @Override
    public Subject subject(Submission asked) {
        Revocation lost = lost(asked);
        return new Subject(
                "person",
                asked.by().id(),
                asked.by().name() + " " + role(lost.role()),
                asked.by().id(),
                lost.departmentId());
    }

    @Override
    public List<FieldChange> changes(Submission asked) {
        Revocation lost = lost(asked);
        String where = role(lost.role()) + "，" + directory.departmentName(lost.departmentId());
        return List.of(
                new FieldChange(Label.of("角色", "Role"), null, where),
                new FieldChange(
                        Label.of("收回人", "Taken back by"),
                        directory.personName(lost.decidedBy()),
                        null));
    }

    private Revocation lost(Submission asked) {
        return lost(asked.by().id(), asked.fields().text(ROLE));
    }

    private Revocation lost(UUID person, String role) {
        return revocations
                .find(person, role)
                .orElseThrow(() -> Problem.of(AccessProblem.NOTHING_TAKEN_BACK));
    }

    @Override
    public void approved(Decision decision) {
        Actor by = decision.by();
        Revocation lost = lost(decision.requester(), decision.fields().text(ROLE));
        if (by.id().equals(lost.decidedBy())) {
            throw Problem.of(AccessProblem.OWN_REVOCATION);
        }
        requesting.request(
                by,
                new RoleWish(
                        decision.requester(), lost.role(), lost.departmentId(), lost.validUntil()),
                decision.number() + " " + decision.reason());
    }

    private String role(String code) {
        return roles.find(code).map(Role::zh).orElse(code);
    }
}
