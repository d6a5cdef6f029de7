package org.kedang.assignment;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;
import org.kedang.audit.Audit;
import org.kedang.audit.Entry;
import org.kedang.identity.Directory;
import org.kedang.kernel.Actor;
import org.kedang.kernel.AfterCommit;
import org.kedang.kernel.KernelProblem;
import org.kedang.kernel.Problem;
import org.kedang.kernel.Recent;
import org.kedang.kernel.Version;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** The rules in force, and every version before. */
@Service
public class AssignmentRules {
    private static final TypeReference<List<AssignmentRule>> RULES = new TypeReference<>() {};
    private static final UUID SUBJECT = new UUID(0, 0x61737369676eL);

    /** The list in force. */
    @Schema(name = "AssignmentRuleSet")
    public record RuleSet(long version, List<AssignmentRule> rules) {}

    /** What other nodes change counts here so much later. */
    private static final Duration FRESH = Duration.ofSeconds(2);

    private static final String CURRENT = "current";

    private final Recent<String, RuleSet> current = new Recent<>(FRESH, 1, key -> read());
    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Directory directory;
    private final Audit audit;
    private final Clock clock;

    AssignmentRules(
            JdbcClient jdbc, ObjectMapper json, Directory directory, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.directory = directory;
        this.audit = audit;
        this.clock = clock;
    }

    public RuleSet current() {
        return current.get(CURRENT);
    }

    private RuleSet read() {
        return jdbc.sql("select version, rules from assignment_rules order by version desc limit 1")
                .query(
                        (row, n) ->
                                new RuleSet(
                                        row.getLong("version"),
                                        json.readValue(row.getString("rules"), RULES)))
                .single();
    }

    /**
     * Replaces the whole list.
     *
     * @throws Problem {@code stale-version}, {@code invalid-input} field by field
     */
    @Transactional
    public RuleSet replace(Actor by, Version base, List<AssignmentRule> rules) {
        check(rules);
        RuleSet before = read();
        if (before.version() != base.number()) {
            throw Problem.of(KernelProblem.STALE_VERSION).with("current", before);
        }
        try {
            jdbc.sql(
                            "insert into assignment_rules (version, rules, changed_at, changed_by)"
                                    + " values (:version, :rules::jsonb, :now, :by)")
                    .param("version", before.version() + 1)
                    .param("rules", json.writeValueAsString(rules))
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .param("by", by.id())
                    .update();
        } catch (DuplicateKeyException e) {
            throw Problem.of(KernelProblem.STALE_VERSION);
        }
        audit.record(
                Entry.of(by, AssignmentAct.CHANGED)
                        .subject("assignment", SUBJECT, "分配规则")
                        .change("rules", said(before.rules()), said(rules)));
        AfterCommit.run(() -> current.forget(CURRENT));
        return new RuleSet(before.version() + 1, rules);
    }

    private static String said(List<AssignmentRule> rules) {
        return String.join(
                "；",
                rules.stream().map(rule -> rule.name() + (rule.active() ? "" : "（停用）")).toList());
    }

    /** Refuses what no rule of its kind can do without, or what names nobody. */
    void check(List<AssignmentRule> rules) {
        Problem problem = Problem.of(KernelProblem.INVALID_INPUT);
        for (int i = 0; i < rules.size(); i++) {
            check(rules.get(i), "rules[" + i + "].", problem);
        }
        if (!problem.fields().isEmpty()) {
            throw problem;
        }
    }

    private void check(AssignmentRule rule, String at, Problem problem) {
        switch (rule.kind()) {
            case COLLECTOR -> {}
            case REGION -> {
                if (rule.places().isEmpty()) {
                    problem.field(
                            at + "places", "required", "请至少填一个地区。", "Name at least one region.");
                }
            }
            case NEW_STAFF -> {
                need(rule.months(), at + "months", problem);
                need(rule.most(), at + "most", problem);
                need(rule.department(), at + "department", problem);
            }
            case LOAD -> need(rule.department(), at + "department", problem);
        }
        if (rule.department() != null) {
            known(directory.departmentName(rule.department()), at + "department", problem);
        }
        for (int i = 0; i < rule.places().size(); i++) {
            check(rule.places().get(i), at + "places[" + i + "].", problem);
        }
    }

    private void check(AssignmentRule.Place place, String at, Problem problem) {
        if ((place.person() == null) == (place.department() == null)) {
            problem.field(
                    at + "person",
                    "required",
                    "每个地区填一个人或一个部门。",
                    "Each region takes one person or one department.");
        } else if (place.person() != null) {
            known(directory.personName(place.person()), at + "person", problem);
        } else {
            known(directory.departmentName(place.department()), at + "department", problem);
        }
    }

    private static void need(@Nullable Object value, String field, Problem problem) {
        if (value == null) {
            problem.field(field, "required", "此项必填。", "Please fill this in.");
        }
    }

    private static void known(String name, String field, Problem problem) {
        if (name.isEmpty()) {
            problem.field(
                    field, "unknown", "找不到所选的人员或部门。", "There is no such person or department.");
        }
    }
}
