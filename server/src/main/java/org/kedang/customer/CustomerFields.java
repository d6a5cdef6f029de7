package org.kedang.customer;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.kedang.customfield.CustomValues;
import org.kedang.identity.SensitiveField;
import org.kedang.kernel.PhoneNumber;
import org.kedang.kernel.PlainText;
import org.kedang.kernel.Texts;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * What people write about a customer.
 *
 * @param creditCode unified social credit code (GB 32100), organisations only
 * @param idNumber citizen identification number (GB 11643), persons only
 * @param regionCode six digits of GB/T 2260, or nine down to the street or town
 * @param bankName 开户行
 * @param bankAccount 银行账号; spaces and hyphens are left out
 * @param industryCode section letter of GB/T 4754, or letter and division: {@code C15}
 * @param businessScope 经营范围 as in the licence
 * @param cooperatingSince the first day of working together
 * @param parentId the customer whose subsidiary or branch it is
 * @param kind potential if not given
 * @param ownerId who looks after the customer; the registering person if not given
 * @param departmentId the owner's department if not given
 * @param more values of custom fields by name
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
        @Nullable @PlainText(max = LONGEST_PHONE) String phone,
        @Nullable @PlainText(max = LONGEST_PHONE) String fax,
        @Nullable @PlainText(max = 120) String mail,
        @Nullable @PlainText(max = 200) String web,
        @Nullable @PlainText(max = 120) String bankName,
        @Nullable @PlainText(max = 60) String bankAccount,
        @Nullable String industryCode,
        @Nullable @PlainText(max = 2000, multiline = true) String businessScope,
        @Nullable CustomerSize size,
        @Nullable CustomerNature nature,
        @Nullable CustomerSource source,
        @Nullable LocalDate cooperatingSince,
        @Nullable UUID parentId,
        @Nullable CustomerKind kind,
        @Nullable CustomerGrade grade,
        @Nullable @Size(max = 20, message = "too-many:20")
                List<@PlainText(max = 30, required = true) String> tags,
        @Nullable UUID ownerId,
        @Nullable UUID departmentId,
        @Nullable @PlainText(max = 2000, multiline = true) String note,
        @Nullable Map<String, Object> more) {

    private static final int LONGEST_PHONE = 40;

    /**
     * The same in the form in which it is stored: trimmed, codes in capitals, numbers in one
     * writing unless it is that of the record before, empty texts gone.
     */
    CustomerFields normalised(@Nullable CustomerFields before) {
        return with(before, ownerId, departmentId);
    }

    /** The same, normalised already, in these hands. */
    CustomerFields with(@Nullable UUID owner, @Nullable UUID department) {
        return with(this, owner, department);
    }

    private CustomerFields with(
            @Nullable CustomerFields before, @Nullable UUID owner, @Nullable UUID department) {
        return new CustomerFields(
                type,
                name.strip(),
                Texts.trimmed(shortName),
                distinct(formerNames),
                creditCode == null || creditCode.isBlank()
                        ? null
                        : CreditCode.normalised(creditCode),
                idNumber == null || idNumber.isBlank() ? null : IdNumber.normalised(idNumber),
                Texts.trimmed(legalRepresentative),
                Texts.trimmed(regionCode),
                Texts.trimmed(address),
                PhoneNumber.written(phone, before == null ? null : before.phone, LONGEST_PHONE),
                PhoneNumber.written(fax, before == null ? null : before.fax, LONGEST_PHONE),
                Texts.trimmed(mail),
                Texts.trimmed(web),
                Texts.trimmed(bankName),
                account(bankAccount),
                Texts.trimmed(industryCode),
                Texts.trimmed(businessScope),
                size,
                nature,
                source,
                cooperatingSince,
                parentId,
                kind == null ? CustomerKind.POTENTIAL : kind,
                grade,
                distinct(tags),
                owner,
                department,
                Texts.trimmed(note),
                CustomValues.tidy(more));
    }

    private static List<String> distinct(@Nullable List<String> typed) {
        return typed == null ? List.of() : typed.stream().map(String::strip).distinct().toList();
    }

    private static @Nullable String account(@Nullable String typed) {
        String kept = typed == null ? "" : typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        return kept.isEmpty() ? null : kept;
    }

    /** Values of custom fields; none if nothing was given. */
    Map<String, Object> custom() {
        return more == null ? Map.of() : more;
    }

    /** Names of the fields that are other than they were. */
    Set<String> changedFrom(CustomerFields before) {
        Map<String, Object> old = before.forLog();
        Set<String> changed = new HashSet<>();
        forLog().forEach(
                        (name, value) -> {
                            if (!value.equals(old.get(name))) {
                                changed.add(name);
                            }
                        });
        for (SensitiveField field : SensitiveField.values()) {
            if (!Objects.equals(sensitive(field), before.sensitive(field))) {
                changed.add(field.property());
            }
        }
        CustomValues.changed(before.custom(), custom())
                .forEach(name -> changed.add(CustomValues.path(name)));
        return changed;
    }

    /** The value of a field that not everybody may see. */
    @Nullable String sensitive(SensitiveField field) {
        return switch (field) {
            case PHONE -> phone;
            case ID_NUMBER -> idNumber;
            case BANK_ACCOUNT -> bankAccount;
            case MAIL -> mail;
            case ADDRESS -> address;
        };
    }

    /** Field name → value of all other fields but custom ones, as the log shows them. */
    Map<String, Object> forLog() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("type", type);
        values.put("name", name);
        values.put("shortName", orEmpty(shortName));
        values.put("formerNames", formerNames == null ? "" : String.join("；", formerNames));
        values.put("creditCode", orEmpty(creditCode));
        values.put("legalRepresentative", orEmpty(legalRepresentative));
        values.put("regionCode", orEmpty(regionCode));
        values.put("fax", orEmpty(fax));
        values.put("web", orEmpty(web));
        values.put("bankName", orEmpty(bankName));
        values.put("industryCode", orEmpty(industryCode));
        values.put("businessScope", orEmpty(businessScope));
        values.put("size", orEmpty(size));
        values.put("nature", orEmpty(nature));
        values.put("source", orEmpty(source));
        values.put("cooperatingSince", orEmpty(cooperatingSince));
        values.put("parentId", orEmpty(parentId));
        values.put("kind", orEmpty(kind));
        values.put("grade", orEmpty(grade));
        values.put("tags", tags == null ? "" : String.join("；", tags));
        values.put("ownerId", orEmpty(ownerId));
        values.put("departmentId", orEmpty(departmentId));
        values.put("note", orEmpty(note));
        return values;
    }

    private static Object orEmpty(@Nullable Object value) {
        return value == null ? "" : value;
    }
}
