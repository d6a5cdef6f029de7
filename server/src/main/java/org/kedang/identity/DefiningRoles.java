package org.kedang.identity;

import org.jspecify.annotations.Nullable;
import org.kedang.audit.Audit;
import org.kedang.audit.Entry;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Permission;
import org.kedang.kernel.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Making and changing business roles. What the separated offices may do is fixed; a role that
 * becomes wider needs a second person, because all who hold it get more.
 */
@Service
public class DefiningRoles {
    private static final Set<Permission> OFFICE_ONLY =
            EnumSet.of(
                    Permission.PERSON_MANAGE,
                    Permission.DEPARTMENT_MANAGE,
                    Permission.NETWORK_MANAGE,
                    Permission.CALENDAR_MANAGE,
                    Permission.PROCESS_MANAGE,
                    Permission.CUSTOMER_ERASE,
                    Permission.AUDIT_EXPORT,
                    Permission.AUDIT_REVIEW,
                    Permission.ADMINISTRATOR_OVERSEE);
    private static final Set<Permission> HIGH_ONLY =
            EnumSet.of(
                    Permission.ROLE_GRANT, Permission.GRANT_APPROVE, Permission.APPROVAL_OVERSEE);

    private final Roles roles;
    private final Granting granting;
    private final Accounts accounts;
    private final Directory directory;
    private final Audit audit;

    DefiningRoles(
            Roles roles, Granting granting, Accounts accounts, Directory directory, Audit audit) {
        this.roles = roles;
        this.granting = granting;
        this.accounts = accounts;
        this.directory = directory;
        this.audit = audit;
    }

    /** The role as it is now. */
    public Optional<RoleDraft> find(String code) {
        return roles.find(code).map(RoleDraft::of);
    }

    /**
     * Whether the definition needs a second person, after all other rules have been checked.
     *
     * @throws Problem as {@link #define}, the second person excepted
     */
    public boolean needsSecondPerson(Actor by, RoleDraft draft) {
        require(by, draft);
        return draft.widens(find(draft.code()).orElse(null));
    }

    /**
     * Makes the role what the draft says; the rights of its holders follow at once.
     *
     * @param before what the role was when the draft was made; {@code null} if it was not
     * @throws Problem {@code not-administered}, {@code office-fixed}, {@code office-only}, {@code
     *     role-must-be-high}, {@code role-changed-since}, {@code second-person-needed}, {@code
     *     invalid-second-person}
     */
    @Transactional
    public void define(
            Actor by,
            RoleDraft draft,
            @Nullable RoleDraft before,
            @Nullable String reason,
            @Nullable UUID approvedBy) {
        roles.lock(draft.code());
        require(by, draft);
        RoleDraft now = find(draft.code()).orElse(null);
        if (!Objects.equals(now, before)) {
            throw Problem.of(IdentityProblem.ROLE_CHANGED_SINCE);
        }
        if (draft.widens(now)) {
            granting.requireSecondPerson(by, null, approvedBy);
        }
        roles.save(draft);
        accounts.forgetAll();
        audit.record(entry(by, draft, now, approvedBy).reason(reason));
    }

    private void require(Actor by, RoleDraft draft) {
        if (!granting.isOfficer(by)) {
            throw Problem.of(IdentityProblem.NOT_ADMINISTERED);
        }
        if (roles.find(draft.code()).map(Role::administrator).orElse(false)) {
            throw Problem.of(IdentityProblem.OFFICE_FIXED);
        }
        if (draft.permissions().stream().anyMatch(OFFICE_ONLY::contains)) {
            throw Problem.of(IdentityProblem.OFFICE_ONLY);
        }
        if (!draft.high() && draft.permissions().stream().anyMatch(HIGH_ONLY::contains)) {
            throw Problem.of(IdentityProblem.ROLE_MUST_BE_HIGH);
        }
        draft.departments().forEach(directory::department);
        if ((draft.scope() == Scope.CHOSEN) == draft.departments().isEmpty()) {
            throw Problem.invalid(
                    "wish.draft.departments",
                    "required",
                    "范围为“指定部门”时须至少选一个部门，其他范围不选。",
                    "Choose at least one department for the scope of chosen departments, none"
                            + " otherwise.");
        }
    }

    private Entry entry(
            Actor by, RoleDraft draft, @Nullable RoleDraft now, @Nullable UUID approvedBy) {
        UUID id = UUID.nameUUIDFromBytes(draft.code().getBytes(StandardCharsets.UTF_8));
        return Entry.of(by, IdentityAct.ROLE_DEFINED)
                .subject("role", id, draft.zh())
                .change("name", now == null ? null : now.zh(), draft.zh())
                .change(
                        "permissions",
                        now == null ? null : words(now.permissions()),
                        words(draft.permissions()))
                .change("scope", now == null ? null : now.scope(), draft.scope())
                .change("departments", now == null ? null : names(now), names(draft))
                .change("high", now == null ? null : now.high(), draft.high())
                .change("retired", now == null ? null : now.retired(), draft.retired())
                .change("approvedBy", null, directory.personName(approvedBy));
    }

    private static String words(Set<Permission> permissions) {
        return permissions.stream().sorted().map(Permission::name).collect(Collectors.joining(" "));
    }

    private String names(RoleDraft draft) {
        return draft.departments().stream()
                .map(directory::departmentName)
                .sorted()
                .collect(Collectors.joining("、"));
    }
}
