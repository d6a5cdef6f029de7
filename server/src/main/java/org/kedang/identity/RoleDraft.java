package org.kedang.identity;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.kedang.kernel.Permission;
import org.kedang.kernel.PlainText;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/**
 * A role as somebody wants it to be; from where it counts is not part of it.
 *
 * @param departments what scope {@link Scope#CHOSEN} reaches; empty for every other scope
 * @param high whether a grant needs a second person
 */
public record RoleDraft(
        @NotNull(message = "required")
                @Pattern(regexp = "[A-Z][A-Z0-9_]{1,39}", message = "role-code")
                String code,
        @PlainText(max = 30, required = true) String zh,
        @PlainText(max = 60, required = true) String en,
        @NotNull(message = "required") Set<Permission> permissions,
        @NotNull(message = "required") Scope scope,
        @NotNull(message = "required") @Size(max = 200, message = "too-many:200")
                Set<UUID> departments,
        boolean high,
        boolean retired) {

    static RoleDraft of(Role role) {
        return new RoleDraft(
                role.code(),
                role.zh(),
                role.en(),
                role.permissions(),
                role.scope(),
                role.departments(),
                role.high(),
                role.retired());
    }

    /**
     * Whether somebody might do, see or be granted more by this than by the other; everything is
     * more than nothing.
     */
    public boolean widens(@Nullable RoleDraft before) {
        if (retired) {
            return false;
        }
        if (before == null || before.retired) {
            return !permissions.isEmpty();
        }
        return !before.permissions.containsAll(permissions)
                || (before.high && !high)
                || !isReachWithin(before);
    }

    /** Chosen departments can be compared with nothing but chosen departments, OWN and ALL. */
    private boolean isReachWithin(RoleDraft before) {
        if (scope == Scope.CHOSEN && before.scope == Scope.CHOSEN) {
            return before.departments.containsAll(departments);
        }
        if (scope == Scope.CHOSEN || before.scope == Scope.CHOSEN) {
            return before.scope == Scope.ALL || EnumSet.of(Scope.NONE, Scope.OWN).contains(scope);
        }
        return rank(scope) <= rank(before.scope);
    }

    private static int rank(Scope scope) {
        return switch (scope) {
            case NONE -> 0;
            case OWN -> 1;
            case DEPARTMENT -> 2;
            case DEPARTMENT_AND_BELOW -> 3;
            case CHOSEN -> throw new IllegalArgumentException("compared by departments");
            case ALL -> 4;
        };
    }
}
