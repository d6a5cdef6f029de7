package org.kedang.access;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

import io.swagger.v3.oas.annotations.media.DiscriminatorMapping;
import io.swagger.v3.oas.annotations.media.Schema;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.kedang.identity.FieldAccess;
import org.kedang.identity.RoleDraft;
import org.kedang.identity.SecrecyLevel;
import org.kedang.identity.SensitiveField;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What a rights request asks for. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = RightsWish.RoleWish.class, name = "ROLE"),
    @JsonSubTypes.Type(value = RightsWish.PostWish.class, name = "POST"),
    @JsonSubTypes.Type(value = RightsWish.ClearanceWish.class, name = "CLEARANCE"),
    @JsonSubTypes.Type(value = RightsWish.EndWish.class, name = "END"),
    @JsonSubTypes.Type(value = RightsWish.FieldRuleWish.class, name = "FIELD_RULE"),
    @JsonSubTypes.Type(value = RightsWish.RoleDefinitionWish.class, name = "ROLE_DEFINITION")
})
@JsonIgnoreProperties(ignoreUnknown = true)
@Schema(
        discriminatorProperty = "kind",
        discriminatorMapping = {
            @DiscriminatorMapping(value = "ROLE", schema = RightsWish.RoleWish.class),
            @DiscriminatorMapping(value = "POST", schema = RightsWish.PostWish.class),
            @DiscriminatorMapping(value = "CLEARANCE", schema = RightsWish.ClearanceWish.class),
            @DiscriminatorMapping(value = "END", schema = RightsWish.EndWish.class),
            @DiscriminatorMapping(value = "FIELD_RULE", schema = RightsWish.FieldRuleWish.class),
            @DiscriminatorMapping(
                    value = "ROLE_DEFINITION",
                    schema = RightsWish.RoleDefinitionWish.class)
        })
public sealed interface RightsWish {

    /**
     * A role for a person.
     *
     * @param departmentId where it is held; the person's own department if not given
     * @param validUntil last day
     */
    record RoleWish(
            @NotNull(message = "required") UUID personId,
            @NotNull(message = "required") String role,
            @Nullable UUID departmentId,
            @Nullable LocalDate validUntil)
            implements RightsWish {}

    /**
     * A position of a department for a person.
     *
     * @param main whether the department becomes the person's
     * @param since first day
     */
    record PostWish(
            @NotNull(message = "required") UUID personId,
            @NotNull(message = "required") UUID departmentId,
            @NotNull(message = "required") UUID positionId,
            boolean main,
            @NotNull(message = "required") LocalDate since)
            implements RightsWish {}

    /** Another clearance for a person. */
    record ClearanceWish(
            @NotNull(message = "required") UUID personId,
            @NotNull(message = "required") SecrecyLevel level)
            implements RightsWish {}

    /** The end of a role grant. */
    record EndWish(@NotNull(message = "required") UUID grantId) implements RightsWish {}

    /** What a role may do with sensitive fields; those that are not named stay. */
    record FieldRuleWish(
            @NotNull(message = "required") String role,
            @NotEmpty(message = "required") @Size(max = 20, message = "too-many:20")
                    List<@Valid WishedRule> fields)
            implements RightsWish {}

    /** One field of {@link FieldRuleWish}. */
    record WishedRule(
            @NotNull(message = "required") SensitiveField field,
            @NotNull(message = "required") FieldAccess access) {}

    /** A new role, or another content of a role. */
    record RoleDefinitionWish(@NotNull(message = "required") @Valid RoleDraft draft)
            implements RightsWish {}
}
