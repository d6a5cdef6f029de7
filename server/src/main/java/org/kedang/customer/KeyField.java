package org.kedang.customer;

import org.kedang.form.Label;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** Facts on which contracts, invoices and archives of other departments rest. */
enum KeyField {
    NAME("name", Label.of("名称", "name")),
    CREDIT_CODE("creditCode", Label.of("统一社会信用代码", "credit code")),
    LEGAL_REPRESENTATIVE("legalRepresentative", Label.of("法定代表人", "legal representative")),
    BUSINESS_SCOPE("businessScope", Label.of("经营范围", "business scope")),
    BANK_NAME("bankName", Label.of("开户行", "bank")),
    BANK_ACCOUNT("bankAccount", Label.of("银行账号", "bank account")),
    PHONE("phone", Label.of("电话", "phone")),
    OWNER("ownerId", Label.of("负责人", "owner"));

    private final String property;
    private final Label label;

    KeyField(String property, Label label) {
        this.property = property;
        this.label = label;
    }

    Label label() {
        return label;
    }

    /** Those among the fields. */
    static Set<KeyField> among(Set<String> fields) {
        Set<KeyField> found = EnumSet.noneOf(KeyField.class);
        Arrays.stream(values()).filter(key -> fields.contains(key.property)).forEach(found::add);
        return found;
    }
}
