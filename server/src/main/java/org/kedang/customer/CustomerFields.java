package org.kedang.customer;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.kedang.kernel.PlainText;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What people write about a customer.
 *
 * @param creditCode unified social credit code (GB 32100), organisations only
 * @param idNumber citizen identification number (GB 11643), persons only
 * @param regionCode six digits of GB/T 2260
 * @param industryCode section letter of GB/T 4754
 * @param kind potential if not given
 * @param ownerId who looks after the customer; the registering person if not given
 * @param departmentId the owner's department if not given
 */
public record CustomerFields(
        @NotNull(message = "required") CustomerType type,
        @PlainText(max = 200, required = true) String name,
        @Nullable @PlainText(max = 60) String shortName,
        @Nullable @Size(max = 20, message = "too-many:20")
                List<@PlainText(max = 200, required = true) String> formerNames,
        @Nullable String creditCode,
        @Nullable String idNumber,
        @Nullable @PlainText(max = 60) String legalRepresentative,
        @Nullable String regionCode,
        @Nullable @PlainText(max = 300) String address,
        @Nullable @PlainText(max = 40) String phone,
        @Nullable @PlainText(max = 120) String mail,
        @Nullable @PlainText(max = 200) String web,
        @Nullable String industryCode,
        @Nullable CustomerKind kind,
        @Nullable CustomerGrade grade,
        @Nullable UUID ownerId,
        @Nullable UUID departmentId,
        @Nullable @PlainText(max = 2000, multiline = true) String note) {

    /** The same in the form in which it is stored: trimmed, codes in capitals, empty texts gone. */
    CustomerFields normalised() {
        return new CustomerFields(
                type,
                name.strip(),
                trimmed(shortName),
                formerNames == null
                        ? List.of()
                        : formerNames.stream().map(String::strip).distinct().toList(),
                creditCode == null || creditCode.isBlank()
                        ? null
                        : CreditCode.normalised(creditCode),
                idNumber == null || idNumber.isBlank() ? null : IdNumber.normalised(idNumber),
                trimmed(legalRepresentative),
                trimmed(regionCode),
                trimmed(address),
                trimmed(phone),
                trimmed(mail),
                trimmed(web),
                trimmed(industryCode),
                kind == null ? CustomerKind.POTENTIAL : kind,
                grade,
                ownerId,
                departmentId,
                trimmed(note));
    }

    private static @Nullable String trimmed(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** Field name → value as the log shows it; numbers that identify people are masked. */
    Map<String, Object> forLog() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("type", type);
        values.put("name", name);
        values.put("shortName", orEmpty(shortName));
        values.put("formerNames", formerNames == null ? "" : String.join("；", formerNames));
        values.put("creditCode", orEmpty(creditCode));
        values.put("idNumber", masked(idNumber, 3, 2));
        values.put("legalRepresentative", orEmpty(legalRepresentative));
        values.put("regionCode", orEmpty(regionCode));
        values.put("address", orEmpty(address));
        values.put("phone", masked(phone, 3, 4));
        values.put("mail", orEmpty(mail));
        values.put("web", orEmpty(web));
        values.put("industryCode", orEmpty(industryCode));
        values.put("kind", orEmpty(kind));
        values.put("grade", orEmpty(grade));
        values.put("ownerId", orEmpty(ownerId));
        values.put("departmentId", orEmpty(departmentId));
        values.put("note", orEmpty(note));
        return values;
    }

    private static Object orEmpty(@Nullable Object value) {
        return value == null ? "" : value;
    }

    private static String masked(@Nullable String value, int head, int tail) {
        if (value == null) {
            return "";
        }
        return value.length() <= head + tail
                ? "*".repeat(value.length())
                : value.substring(0, head)
                        + "*".repeat(value.length() - head - tail)
                        + value.substring(value.length() - tail);
    }
}
