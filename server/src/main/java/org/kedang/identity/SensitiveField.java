package org.kedang.identity;

import com.fasterxml.jackson.annotation.JsonValue;

import org.jspecify.annotations.Nullable;
import org.kedang.kernel.Masks;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Fields of a customer that tell who or where somebody is. */
public enum SensitiveField {
    PHONE("phone", "电话", Masks::phone),
    ID_NUMBER("idNumber", "身份证号", Masks::idNumber),
    BANK_ACCOUNT("bankAccount", "银行账号", Masks::bankAccount),
    MAIL("mail", "邮箱", Masks::mail),
    ADDRESS("address", "地址", Masks::address);

    private final String property;
    private final String zh;
    private final UnaryOperator<String> mask;

    SensitiveField(String property, String zh, UnaryOperator<String> mask) {
        this.property = property;
        this.zh = zh;
        this.mask = mask;
    }

    /** Its name in the API. */
    @JsonValue
    public String property() {
        return property;
    }

    public String zh() {
        return zh;
    }

    /** The masked form; {@code null} stays so. */
    public @Nullable String masked(@Nullable String value) {
        return value == null ? null : mask.apply(value);
    }

    public static Optional<SensitiveField> of(String property) {
        return Arrays.stream(values()).filter(field -> field.property.equals(property)).findFirst();
    }
}
