package org.kedang.grading;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;
import org.kedang.customer.CustomerGrade;
import org.kedang.identity.Directory;
import org.kedang.identity.Visibility;
import org.kedang.kernel.Listing;
import org.kedang.kernel.Listings;
import org.kedang.kernel.Paging;
import org.kedang.kernel.Recent;
import org.kedang.kernel.SqlPredicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What a version of the rules would do to the customers there are. */
@Service
public class PreviewingRules {
    /** So many customers move from one grade to another, or stay; {@code null} is no grade. */
    @Schema(name = "GradeMove")
    public record Move(@Nullable CustomerGrade from, @Nullable CustomerGrade to, long count) {}

    /** For so many customers the rule is the first that holds; number 0: none does. */
    @Schema(name = "GradeRuleCount")
    public record RuleCount(int number, long count) {}

    /**
     * Figures over all customers, whoever asks.
     *
     * @param byHand customers that no rule touches, for a person gave their grade
     */
    @Schema(name = "GradePreview")
    public record Preview(
            long graded, long moving, long byHand, List<Move> moves, List<RuleCount> rules) {}

    /** A customer that would move. */
    @Schema(name = "GradeMover")
    public record Mover(
            UUID id,
            String number,
            String name,
            String ownerName,
            String departmentName,
            @Nullable CustomerGrade from,
            @Nullable CustomerGrade to,
            int rule) {}

    private record Cell(
            boolean byHand,
            @Nullable CustomerGrade before,
            @Nullable CustomerGrade after,
            int rule,
            long count) {}

    private record Question(GradeRules rules, LocalDate today) {}

    /** Each of them is looked at; so many in a tenth of a second. */
    private static final int MANY = 100_000;

    private static final Duration FRESH = Duration.ofMinutes(1);

    private static final Comparator<Cell> IN_ORDER =
            Comparator.comparing((Cell cell) -> name(cell.before()))
                    .thenComparing(cell -> name(cell.after()))
                    .thenComparingInt(Cell::rule);

    private final RuleVersions versions;
    private final KnownFacts facts;
    private final JdbcClient jdbc;
    private final Listings listings;
    private final Directory directory;
    private final Recent<Question, Preview> lately = new Recent<>(FRESH, 50, this::count);

    PreviewingRules(
            RuleVersions versions,
            KnownFacts facts,
            JdbcClient jdbc,
            Listings listings,
            Directory directory) {
        this.versions = versions;
        this.facts = facts;
        this.jdbc = jdbc;
        this.listings = listings;
        this.directory = directory;
    }

    /** One statement, however many customers there are; among many told for a minute. */
    public Preview preview(UUID version) {
        Question question = new Question(versions.get(version).rules(), versions.today());
        Preview preview = lately.get(question);
        if (preview.graded() + preview.byHand() < MANY) {
            lately.forget(question);
        }
        return preview;
    }

    private Preview count(Question question) {
        GradeRules rules = question.rules();
        CompiledRules compiled = CompiledRules.of(rules, facts, question.today());
        List<Cell> cells =
                jdbc
                        .sql(
                                """
                                select c.grade_by_hand, c.grade, %s as rule, count(*) as count
                                from customer c group by 1, 2, 3
                                """
                                        .formatted(compiled.rule()))
                        .params(compiled.params())
                        .query((row, n) -> cell(row, rules))
                        .stream()
                        .sorted(IN_ORDER)
                        .toList();
        List<Cell> free = cells.stream().filter(cell -> !cell.byHand()).toList();
        return new Preview(
                sum(free),
                sum(free.stream().filter(cell -> cell.before() != cell.after()).toList()),
                sum(cells) - sum(free),
                moves(free),
                ruleCounts(free));
    }

    private static Cell cell(ResultSet row, GradeRules rules) throws SQLException {
        return new Cell(
                row.getBoolean("grade_by_hand"),
                letter(row.getString("grade")),
                rules.grade(row.getInt("rule")),
                row.getInt("rule"),
                row.getLong("count"));
    }

    private static long sum(List<Cell> cells) {
        return cells.stream().mapToLong(Cell::count).sum();
    }

    private static List<Move> moves(List<Cell> cells) {
        record Way(@Nullable CustomerGrade from, @Nullable CustomerGrade to) {}
        return cells.stream()
                .map(cell -> new Way(cell.before(), cell.after()))
                .distinct()
                .map(
                        way ->
                                new Move(
                                        way.from(),
                                        way.to(),
                                        sum(
                                                cells.stream()
                                                        .filter(
                                                                cell ->
                                                                        cell.before() == way.from()
                                                                                && cell.after()
                                                                                        == way.to())
                                                        .toList())))
                .toList();
    }

    private static List<RuleCount> ruleCounts(List<Cell> cells) {
        return cells.stream()
                .map(Cell::rule)
                .distinct()
                .sorted()
                .map(
                        rule ->
                                new RuleCount(
                                        rule,
                                        sum(
                                                cells.stream()
                                                        .filter(cell -> cell.rule() == rule)
                                                        .toList())))
                .toList();
    }

    /**
     * Those who would move, as far as the reader may see them.
     *
     * @param from only those who have this grade now: a letter, {@code NONE} for none, or {@code
     *     null} for all
     * @param to only those who would have it
     */
    public Listing<Mover> listMovers(
            UUID version,
            @Nullable GradeFilter from,
            @Nullable GradeFilter to,
            Paging paging,
            Visibility visibility) {
        CompiledRules compiled =
                CompiledRules.of(versions.get(version).rules(), facts, versions.today());
        SqlPredicate where =
                visibility
                        .customers("c")
                        .and(
                                new SqlPredicate(
                                        "not c.grade_by_hand and c.grade is distinct from g.grade",
                                        compiled.params()))
                        .and(grade("c.grade", "fromGrade", from))
                        .and(grade("g.grade", "toGrade", to));
        return listings.read(
                new Listings.Rows(
                        "c.id, c.number, c.name, c.owner_id, c.department_id, c.grade, g.grade as"
                                + " found, g.rule",
                        compiled.from(),
                        where,
                        "c.id"),
                paging,
                (row, n) ->
                        new Mover(
                                row.getObject("id", UUID.class),
                                row.getString("number"),
                                row.getString("name"),
                                directory.personName(row.getObject("owner_id", UUID.class)),
                                directory.departmentName(
                                        row.getObject("department_id", UUID.class)),
                                letter(row.getString("grade")),
                                letter(row.getString("found")),
                                row.getInt("rule")));
    }

    /** A grade, or none. */
    @Schema(name = "GradeFilter")
    public enum GradeFilter {
        A,
        B,
        C,
        D,
        NONE
    }

    private static SqlPredicate grade(String column, String name, @Nullable GradeFilter grade) {
        if (grade == null) {
            return SqlPredicate.TRUE;
        }
        return grade == GradeFilter.NONE
                ? new SqlPredicate(column + " is null", Map.of())
                : SqlPredicate.of(column + " = :" + name, name, grade.name());
    }

    /** None comes last. */
    private static String name(@Nullable CustomerGrade grade) {
        return grade == null ? "~" : grade.name();
    }

    private static @Nullable CustomerGrade letter(@Nullable String name) {
        return name == null ? null : CustomerGrade.valueOf(name);
    }
}
