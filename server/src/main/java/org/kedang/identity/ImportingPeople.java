package org.kedang.identity;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;
import org.kedang.audit.Audit;
import org.kedang.audit.Entry;
import org.kedang.identity.PeopleSheet.Column;
import org.kedang.identity.PeopleSheet.Line;
import org.kedang.kernel.Actor;
import org.kedang.kernel.ChinaTime;
import org.kedang.kernel.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Brings many people in from an Excel sheet: all of them or none. */
@Service
public class ImportingPeople {
    static final Map<String, Employment> EMPLOYMENTS =
            Map.of(
                    "正式", Employment.STAFF,
                    "临时", Employment.TEMPORARY,
                    "外部", Employment.OUTSIDE);

    private static final Pattern USER_NAME = Pattern.compile("[a-z][a-z0-9._-]{1,39}");
    private static final Pattern MAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,190}");
    private static final int MOST_NAME = 60;

    /** What is wrong with one cell, and what to do. */
    public record Fault(String column, String zh, String en) {}

    /** A row and what is wrong with it; without faults it can come in. */
    @Schema(name = "ImportRow")
    public record Checked(
            int row,
            @Nullable String userName,
            @Nullable String name,
            @Nullable String departmentName,
            @Nullable String positionName,
            List<Fault> faults) {}

    /** What would come in; the faulty rows are listed first. */
    @Schema(name = "ImportCheck")
    public record Check(int ready, int faulty, List<Checked> rows) {}

    private record Codes(
            Map<String, Department> departments,
            Map<String, Position> positions,
            Set<String> taken) {}

    private final Directory directory;
    private final Positions positions;
    private final Posts posts;
    private final People people;
    private final Passwords passwords;
    private final Audit audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    ImportingPeople(
            Directory directory,
            Positions positions,
            Posts posts,
            People people,
            Passwords passwords,
            Audit audit,
            JdbcClient jdbc,
            Clock clock) {
        this.directory = directory;
        this.positions = positions;
        this.posts = posts;
        this.people = people;
        this.passwords = passwords;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A sheet to fill in, with the codes that may be used. */
    public byte[] template() {
        return PeopleSheet.template(directory.listDepartments(), positions.list());
    }

    /**
     * Tells what would come of the sheet; nothing is kept.
     *
     * @throws Problem {@code sheet-unreadable}
     */
    public Check check(byte[] sheet) {
        List<Checked> rows = checked(PeopleSheet.read(sheet), codes());
        List<Checked> faulty = rows.stream().filter(row -> !row.faults().isEmpty()).toList();
        List<Checked> shown = new ArrayList<>(faulty);
        rows.stream().filter(row -> row.faults().isEmpty()).forEach(shown::add);
        return new Check(rows.size() - faulty.size(), faulty.size(), shown);
    }

    /**
     * Brings all people of the sheet in. A position becomes a proposed post: whoever grants
     * confirms it.
     *
     * @return a sheet of first passwords, which nobody can get again
     * @throws Problem {@code sheet-unreadable}, {@code rows-faulty}, {@code user-name-taken}
     */
    @Transactional
    public byte[] importAll(Actor by, byte[] sheet) {
        List<Line> lines = PeopleSheet.read(sheet);
        Codes codes = codes();
        long faulty = checked(lines, codes).stream().filter(row -> !row.faults().isEmpty()).count();
        if (faulty > 0 || lines.isEmpty()) {
            throw Problem.of(IdentityProblem.ROWS_FAULTY, faulty);
        }
        List<ManagingPeople.NewPerson> added =
                lines.stream().map(line -> add(by, line, codes)).toList();
        people.flush();
        for (int i = 0; i < lines.size(); i++) {
            propose(by, lines.get(i), codes, added.get(i));
        }
        return PeopleSheet.passwords(added, directory);
    }

    private ManagingPeople.NewPerson add(Actor by, Line line, Codes codes) {
        String userName = text(line, Column.USER_NAME);
        String name = text(line, Column.NAME);
        Department department =
                Objects.requireNonNull(codes.departments().get(text(line, Column.DEPARTMENT)));
        String password = passwords.give();
        Person person =
                new Person(
                        userName,
                        name,
                        department.id(),
                        passwords.hashGiven(password),
                        clock.instant());
        person.describe(
                name,
                EMPLOYMENTS.getOrDefault(text(line, Column.EMPLOYMENT), Employment.STAFF),
                line.value(Column.MAIL));
        people.save(person);
        audit.record(
                Entry.of(by, IdentityAct.PEOPLE_IMPORTED)
                        .subject("person", person.id(), name)
                        .change("userName", null, userName)
                        .change("department", null, department.name()));
        return new ManagingPeople.NewPerson(person.id(), userName, name, department.id(), password);
    }

    private void propose(Actor by, Line line, Codes codes, ManagingPeople.NewPerson person) {
        Position position = codes.positions().get(text(line, Column.POSITION));
        if (position == null) {
            return;
        }
        posts.propose(
                by,
                new Posts.Wish(
                        person.id(),
                        person.departmentId(),
                        position.id(),
                        true,
                        LocalDate.now(clock.withZone(ChinaTime.ZONE))));
    }

    private Codes codes() {
        return new Codes(
                directory.listDepartments().stream()
                        .collect(Collectors.toMap(Department::code, Function.identity())),
                positions.list().stream()
                        .filter(position -> !position.closed())
                        .collect(Collectors.toMap(Position::code, Function.identity())),
                new HashSet<>(jdbc.sql("select user_name from person").query(String.class).list()));
    }

    private static List<Checked> checked(List<Line> lines, Codes codes) {
        Map<String, Integer> seen = new HashMap<>();
        return lines.stream().map(line -> checked(line, codes, seen)).toList();
    }

    private static Checked checked(Line line, Codes codes, Map<String, Integer> seen) {
        Department department = codes.departments().get(text(line, Column.DEPARTMENT));
        Position position = codes.positions().get(text(line, Column.POSITION));
        List<Fault> faults = new ArrayList<>();
        line.formulas()
                .forEach(
                        column ->
                                fault(
                                        faults,
                                        column,
                                        "这是公式，请复制后“粘贴为数值”。",
                                        "This is a formula; paste its value."));
        for (Column column : Column.values()) {
            if (column.required
                    && line.value(column) == null
                    && !line.formulas().contains(column)) {
                fault(faults, column, "此项必填。", "This field is required.");
            }
        }
        checkUserName(line, codes, seen, faults);
        checkTexts(line, faults);
        if (line.value(Column.DEPARTMENT) != null && department == null) {
            fault(
                    faults,
                    Column.DEPARTMENT,
                    "没有这个部门代码，见模板第二页。",
                    "No such department; see the template's second sheet.");
        }
        if (line.value(Column.POSITION) != null && position == null) {
            fault(
                    faults,
                    Column.POSITION,
                    "没有这个岗位代码，见模板第二页。",
                    "No such position; see the template's second sheet.");
        }
        return new Checked(
                line.number(),
                line.value(Column.USER_NAME),
                line.value(Column.NAME),
                department == null ? null : department.name(),
                position == null ? null : position.name(),
                faults);
    }

    private static void checkUserName(
            Line line, Codes codes, Map<String, Integer> seen, List<Fault> faults) {
        String userName = line.value(Column.USER_NAME);
        if (userName == null) {
            return;
        }
        Integer before = seen.putIfAbsent(userName, line.number());
        if (!USER_NAME.matcher(userName).matches()) {
            fault(
                    faults,
                    Column.USER_NAME,
                    "须以小写字母开头，2 到 40 位小写字母、数字、点、横线。",
                    "Starts with a small letter; 2 to 40 small letters, digits, dots, dashes.");
        } else if (codes.taken().contains(userName)) {
            fault(faults, Column.USER_NAME, "此用户名已有人使用。", "This user name is taken.");
        } else if (before != null) {
            fault(
                    faults,
                    Column.USER_NAME,
                    "与第 " + before + " 行重复。",
                    "The same as in row " + before + ".");
        }
    }

    private static void checkTexts(Line line, List<Fault> faults) {
        String name = line.value(Column.NAME);
        if (name != null
                && (name.codePointCount(0, name.length()) > MOST_NAME
                        || name.codePoints().anyMatch(ImportingPeople::isStrange))) {
            fault(
                    faults,
                    Column.NAME,
                    "最多 60 字，不能有换行或控制字符。",
                    "At most 60 characters, no control characters.");
        }
        String employment = line.value(Column.EMPLOYMENT);
        if (employment != null && !EMPLOYMENTS.containsKey(employment)) {
            fault(
                    faults,
                    Column.EMPLOYMENT,
                    "请填 正式、临时 或 外部。",
                    "One of 正式 (staff), 临时 (temporary), 外部 (outside).");
        }
        String mail = line.value(Column.MAIL);
        if (mail != null && !MAIL.matcher(mail).matches()) {
            fault(faults, Column.MAIL, "不像电子邮箱地址。", "This is no mail address.");
        }
    }

    private static boolean isStrange(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE;
    }

    private static String text(Line line, Column column) {
        String value = line.value(column);
        return value == null ? "" : value;
    }

    private static void fault(List<Fault> faults, Column column, String zh, String en) {
        faults.add(new Fault(column.heading, zh, en));
    }
}
