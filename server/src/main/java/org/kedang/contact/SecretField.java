package org.kedang.contact;

import com.fasterxml.jackson.annotation.JsonValue;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;
import org.kedang.identity.FieldAccess;
import org.kedang.identity.FieldRights;
import org.kedang.identity.SensitiveField;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Fields of a contact that not everybody may see, each under the rule of a customer's field. */
@Schema(name = "ContactSecretField")
public enum SecretField {
    MOBILE("mobile", SensitiveField.PHONE, ContactFields::mobile),
    PHONE("phone", SensitiveField.PHONE, ContactFields::phone),
    EMERGENCY_PHONE("emergencyPhone", SensitiveField.PHONE, ContactFields::emergencyPhone),
    MAIL("mail", SensitiveField.MAIL, ContactFields::mail),
    /** It stands in an ID number; its masked form lacks the year. */
    BIRTHDAY("birthday", SensitiveField.ID_NUMBER, ContactFields::birthday);

    private final String property;
    private final SensitiveField rule;
    private final Function<ContactFields, @Nullable String> value;

    SecretField(
            String property, SensitiveField rule, Function<ContactFields, @Nullable String> value) {
        this.property = property;
        this.rule = rule;
        this.value = value;
    }

    /** Its name in the API. */
    @JsonValue
    public String property() {
        return property;
    }

    SensitiveField rule() {
        return rule;
    }

    @Nullable String of(ContactFields fields) {
        return value.apply(fields);
    }

    @Nullable String masked(@Nullable String clear) {
        return this == BIRTHDAY ? Birthday.withoutYear(clear) : rule.masked(clear);
    }

    /** As the reader may see it. */
    @Nullable String shown(FieldRights rights, ContactFields fields) {
        return switch (rights.of(rule)) {
            case HIDDEN -> null;
            case MASKED -> masked(of(fields));
            case READ, EDIT -> of(fields);
        };
    }

    static Optional<SecretField> of(String property) {
        return Arrays.stream(values()).filter(field -> field.property.equals(property)).findFirst();
    }

    /** Names of the fields with exactly this access. */
    static List<String> names(FieldRights rights, FieldAccess wanted) {
        return Arrays.stream(values())
                .filter(field -> rights.of(field.rule) == wanted)
                .map(SecretField::property)
                .toList();
    }
}
