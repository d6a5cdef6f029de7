package org.kedang.access;

import org.jspecify.annotations.Nullable;
import org.kedang.access.RightsWish.PostWish;
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
import org.kedang.identity.Positions;
import org.kedang.identity.Post;
import org.kedang.identity.Posts;
import org.kedang.kernel.Permission;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Another position for a person: the head of the department agrees, then whoever grants there
 * assigns it by deciding. A position that brings a high role asks a second person thereafter.
 */
@Component
class ChangingPosition implements RequestType {
    private static final String PERSON = "person";
    private static final String DEPARTMENT = "department";
    private static final String POSITION = "position";
    private static final String MAIN = "main";
    private static final String SINCE = "since";

    /** A choice needs something to choose; nobody finds this position. */
    private static final Option NONE =
            new Option(new UUID(0, 0).toString(), Label.of("还没有岗位", "No positions yet"));

    private final RequestingRights requesting;
    private final Positions positions;
    private final Posts posts;
    private final Directory directory;

    ChangingPosition(
            RequestingRights requesting, Positions positions, Posts posts, Directory directory) {
        this.requesting = requesting;
        this.positions = positions;
        this.posts = posts;
        this.directory = directory;
    }

    @Override
    public String code() {
        return "position-change";
    }

    @Override
    public Label name() {
        return Label.of("岗位变动", "Change of position");
    }

    /** Not before there are positions. */
    @Override
    public boolean offered() {
        return !open().isEmpty();
    }

    private List<Option> open() {
        return positions.list().stream()
                .filter(one -> !one.closed())
                .map(one -> new Option(one.id().toString(), Label.of(one.name(), one.name())))
                .toList();
    }

    @Override
    public Form form() {
        List<Option> some = open();
        Option[] open = some.isEmpty() ? new Option[] {NONE} : some.toArray(Option[]::new);
        return Form.of(
                FormField.of(PERSON, Kind.PERSON, "人员", "Person").needed(),
                FormField.of(DEPARTMENT, Kind.DEPARTMENT, "到哪个部门", "Department").needed(),
                FormField.of(POSITION, Kind.CHOICE, "岗位", "Position").needed().choosing(open),
                FormField.of(MAIN, Kind.YES_NO, "作为主任职", "As the main post"),
                FormField.of(SINCE, Kind.DATE, "到岗日期", "First day").needed());
    }

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
                        new Approver.Field(DEPARTMENT)),
                Step.of(
                        "officer",
                        Label.of("授权人", "Whoever grants"),
                        Mode.ANY,
                        new Approver.HolderOf(Permission.ROLE_GRANT)));
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
    public Subject subject(Submission asked) {
        UUID person = id(asked.fields(), PERSON);
        return new Subject(
                "person",
                person,
                directory.personName(person),
                person,
                id(asked.fields(), DEPARTMENT));
    }

    @Override
    public List<FieldChange> changes(Submission asked) {
        FormValues fields = asked.fields();
        String held =
                posts.listOf(id(fields, PERSON)).stream()
                        .filter(post -> post.state() == Post.State.HELD)
                        .map(post -> post.departmentName() + " " + post.positionName())
                        .collect(Collectors.joining("、"));
        String wanted =
                directory.departmentName(id(fields, DEPARTMENT))
                        + " "
                        + positions.get(id(fields, POSITION)).name();
        return List.of(
                new FieldChange(
                        Label.of("任职", "Posts"),
                        held.isEmpty() ? null : held,
                        fields.yes(MAIN) || held.isEmpty() ? wanted : held + "、" + wanted));
    }

    @Override
    public void approved(Decision decision) {
        FormValues fields = decision.fields();
        requesting.request(
                decision.by(),
                new PostWish(
                        id(fields, PERSON),
                        id(fields, DEPARTMENT),
                        id(fields, POSITION),
                        fields.yes(MAIN),
                        Objects.requireNonNull(fields.date(SINCE))),
                decision.number() + " " + decision.reason());
    }

    private static UUID id(FormValues fields, String name) {
        return Objects.requireNonNull(fields.id(name));
    }
}
