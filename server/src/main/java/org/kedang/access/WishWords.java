package org.kedang.access;

import org.jspecify.annotations.Nullable;
import org.kedang.access.RightsRequests.Held;
import org.kedang.access.RightsWish.ClearanceWish;
import org.kedang.access.RightsWish.EndWish;
import org.kedang.access.RightsWish.FieldRuleWish;
import org.kedang.access.RightsWish.PostWish;
import org.kedang.access.RightsWish.RoleDefinitionWish;
import org.kedang.access.RightsWish.RoleWish;
import org.kedang.access.RightsWish.WishedRule;
import org.kedang.approval.FieldChange;
import org.kedang.form.Label;
import org.kedang.identity.Directory;
import org.kedang.identity.Positions;
import org.kedang.identity.Role;
import org.kedang.identity.RoleDraft;
import org.kedang.identity.Roles;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/** Says a wish for rights in words, for those who decide it. */
@Component
class WishWords {
    private final Directory directory;
    private final Roles roles;
    private final Positions positions;

    WishWords(Directory directory, Roles roles, Positions positions) {
        this.directory = directory;
        this.roles = roles;
        this.positions = positions;
    }

    /** Whom it is about; empty if it is about a role. */
    String person(Held held) {
        return directory.personName(held.personId());
    }

    String title(Held held) {
        String who = person(held);
        String what =
                switch (held.wish()) {
                    case RoleWish w -> "授予角色 " + role(w.role());
                    case PostWish w -> "任职 " + positions.get(w.positionId()).name();
                    case ClearanceWish w -> "调整密级为 " + w.level().zh();
                    case EndWish ignored -> "收回角色";
                    case RoleDefinitionWish w -> "修改角色 " + w.draft().zh();
                    case FieldRuleWish w -> "放宽字段规则 " + role(w.role());
                };
        return who.isEmpty() ? what : who + " " + what;
    }

    /** What is in force and what would be. */
    List<FieldChange> changes(RightsWish wish, @Nullable RightsWish before) {
        return switch (wish) {
            case RoleWish w -> granted(w);
            case PostWish w -> assigned(w);
            case ClearanceWish w ->
                    List.of(
                            change(
                                    "密级",
                                    "Clearance",
                                    before instanceof ClearanceWish was ? was.level().zh() : null,
                                    w.level().zh()));
            case EndWish ignored -> List.of();
            case RoleDefinitionWish w ->
                    defined(
                            w.draft(),
                            before instanceof RoleDefinitionWish was ? was.draft() : null);
            case FieldRuleWish w -> ruled(w, before instanceof FieldRuleWish was ? was : null);
        };
    }

    private List<FieldChange> granted(RoleWish w) {
        List<FieldChange> changes = new ArrayList<>();
        changes.add(change("角色", "Role", null, role(w.role())));
        roles.find(w.role())
                .ifPresent(role -> changes.add(change("权限", "Permissions", null, allows(role))));
        changes.add(
                change("在哪个部门", "Department", null, department(w.departmentId(), w.personId())));
        changes.add(
                change(
                        "有效期至",
                        "Until",
                        null,
                        w.validUntil() == null ? "长期" : w.validUntil().toString()));
        return changes;
    }

    private String allows(Role role) {
        return PermissionWords.listed(role.permissions());
    }

    private String department(@Nullable UUID department, UUID person) {
        return directory.departmentName(
                department == null ? directory.person(person).departmentId() : department);
    }

    private List<FieldChange> assigned(PostWish w) {
        return List.of(
                change("岗位", "Position", null, positions.get(w.positionId()).name()),
                change("部门", "Department", null, directory.departmentName(w.departmentId())),
                change("到岗日期", "From", null, w.since().toString()));
    }

    private List<FieldChange> defined(RoleDraft now, @Nullable RoleDraft was) {
        List<FieldChange> changes = new ArrayList<>();
        changes.add(change("名称", "Name", was == null ? null : was.zh(), now.zh()));
        changes.add(
                change(
                        "权限",
                        "Permissions",
                        was == null ? null : PermissionWords.listed(was.permissions()),
                        PermissionWords.listed(now.permissions())));
        changes.add(change("数据范围", "Reach", was == null ? null : reach(was), reach(now)));
        changes.add(change("高权限", "High", was == null ? null : yes(was.high()), yes(now.high())));
        changes.add(
                change(
                        "停用",
                        "Retired",
                        was == null ? null : yes(was.retired()),
                        yes(now.retired())));
        return changes.stream().filter(one -> !Objects.equals(one.before(), one.after())).toList();
    }

    private String reach(RoleDraft draft) {
        String departments =
                draft.departments().stream()
                        .map(directory::departmentName)
                        .sorted()
                        .collect(Collectors.joining("、"));
        return PermissionWords.zh(draft.scope()) + (departments.isEmpty() ? "" : "：" + departments);
    }

    private static List<FieldChange> ruled(FieldRuleWish w, @Nullable FieldRuleWish was) {
        return w.fields().stream().map(rule -> ruled(rule, was)).toList();
    }

    private static FieldChange ruled(WishedRule rule, @Nullable FieldRuleWish was) {
        String before =
                was == null
                        ? null
                        : was.fields().stream()
                                .filter(one -> one.field() == rule.field())
                                .findFirst()
                                .map(one -> PermissionWords.zh(one.access()))
                                .orElse(null);
        return change(
                rule.field().zh(),
                rule.field().property(),
                before,
                PermissionWords.zh(rule.access()));
    }

    private String role(String code) {
        return roles.find(code).map(Role::zh).orElse(code);
    }

    private static String yes(boolean value) {
        return value ? "是" : "否";
    }

    private static FieldChange change(
            String zh, String en, @Nullable String before, @Nullable String after) {
        return new FieldChange(Label.of(zh, en), before, after);
    }
}
