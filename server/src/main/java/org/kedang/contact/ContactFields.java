package org.kedang.contact;

import jakarta.validation.constraints.NotNull;

import org.jspecify.annotations.Nullable;
import org.kedang.customfield.CustomValues;
import org.kedang.kernel.PhoneNumber;
import org.kedang.kernel.PlainText;
import org.kedang.kernel.Texts;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What people write about a contact.
 *
 * @param mobile of mainland China, or of another country with {@code +}
 * @param birthday {@code 1985-05-12}, or {@code --05-12} if the year is not known
 * @param main whether this is the one to call first; of one customer only one is
 * @param emergencyRelation what the emergency contact is to this person, such as 配偶
 * @param leftOn day from which the contact is not with the customer any more
 * @param more values of custom fields by name
 */
public record ContactFields(
        @PlainText(max = 60, required = true) String name,
        @Nullable Sex sex,
        @Nullable @PlainText(max = 60) String position,
        @Nullable @PlainText(max = 60) String department,
        @Nullable @PlainText(max = LONGEST_PHONE) String mobile,
        @Nullable @PlainText(max = LONGEST_PHONE) String phone,
        @Nullable @PlainText(max = 120) String mail,
        @Nullable @PlainText(max = 10) String birthday,
        @NotNull(message = "required") DecisionRole role,
        @Nullable Boolean main,
        @Nullable @PlainText(max = 60) String emergencyName,
        @Nullable @PlainText(max = 40) String emergencyRelation,
        @Nullable @PlainText(max = LONGEST_PHONE) String emergencyPhone,
        @Nullable LocalDate leftOn,
        @Nullable @PlainText(max = 1000, multiline = true) String note,
        @Nullable Map<String, Object> more) {

    private static final int LONGEST_PHONE = 40;

    /**
     * As it is stored: trimmed, numbers in one writing unless it is the one they had before, empty
     * texts gone; who has left is not the one to call first.
     */
    ContactFields normalised(@Nullable ContactFields before) {
        return new ContactFields(
                name.strip(),
                sex,
                Texts.trimmed(position),
                Texts.trimmed(department),
                number(mobile, before == null ? null : before.mobile),
                number(phone, before == null ? null : before.phone),
                Texts.trimmed(mail),
                Texts.trimmed(birthday),
                role,
                goesFirst() && leftOn == null,
                Texts.trimmed(emergencyName),
                Texts.trimmed(emergencyRelation),
                number(emergencyPhone, before == null ? null : before.emergencyPhone),
                leftOn,
                Texts.trimmed(note),
                CustomValues.tidy(more));
    }

    /** Values of custom fields; none if nothing was given. */
    Map<String, Object> custom() {
        return more == null ? Map.of() : more;
    }

    /** Whether this is the one to call first. */
    boolean goesFirst() {
        return Boolean.TRUE.equals(main);
    }

    private static @Nullable String number(@Nullable String typed, @Nullable String before) {
        return PhoneNumber.written(typed, before, LONGEST_PHONE);
    }

    /** The part in decisions that the contact has now; {@code null} once gone. */
    @Nullable DecisionRole roleHeld() {
        return leftOn == null ? role : null;
    }

    /**
     * Field name → value of all that everybody may see but custom fields, as the log shows them.
     */
    Map<String, Object> forLog() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("name", name);
        values.put("sex", orEmpty(sex));
        values.put("jobTitle", orEmpty(position));
        values.put("unit", orEmpty(department));
        values.put("decisionRole", role);
        values.put("mainContact", goesFirst());
        values.put("emergencyName", orEmpty(emergencyName));
        values.put("emergencyRelation", orEmpty(emergencyRelation));
        values.put("leftOn", orEmpty(leftOn));
        values.put("note", orEmpty(note));
        return values;
    }

    private static Object orEmpty(@Nullable Object value) {
        return value == null ? "" : value;
    }
}
