package org.kedang.keychange;

import io.swagger.v3.oas.annotations.media.Schema;

import org.kedang.form.Label;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Fields of a customer that are checked together or not at all. */
@Schema(name = "KeyFieldGroup")
public enum FieldGroup {
    NAME(Label.of("名称", "Name"), field("name", "名称", "Name")),
    REGISTRATION(
            Label.of("证照代码", "Registration codes"),
            field("type", "类型", "Kind"),
            field("creditCode", "统一社会信用代码", "Credit code"),
            field("idNumber", "身份证号码", "ID number")),
    LEGAL_REPRESENTATIVE(
            Label.of("法定代表人", "Legal representative"),
            field("legalRepresentative", "法定代表人", "Legal representative")),
    BUSINESS_SCOPE(
            Label.of("经营范围", "Business scope"), field("businessScope", "经营范围", "Business scope")),
    GRADE(Label.of("信用等级", "Grade"), field("grade", "等级", "Grade")),
    SETTLEMENT(
            Label.of("结算账户", "Settlement account"),
            field("bankName", "开户行", "Bank"),
            field("bankAccount", "银行账号", "Bank account")),
    REACH(
            Label.of("联系方式", "Ways to reach"),
            field("phone", "电话", "Phone"),
            field("mail", "邮箱", "Mail"),
            field("address", "地址", "Address"));

    private final Label label;
    private final Map<String, Label> fields;

    @SafeVarargs
    FieldGroup(Label label, Map.Entry<String, Label>... fields) {
        this.label = label;
        this.fields = new LinkedHashMap<>();
        Arrays.stream(fields).forEach(one -> this.fields.put(one.getKey(), one.getValue()));
    }

    private static Map.Entry<String, Label> field(String name, String zh, String en) {
        return Map.entry(name, Label.of(zh, en));
    }

    public Label label() {
        return label;
    }

    /** Names of its fields. */
    public Set<String> fields() {
        return fields.keySet();
    }

    /** How people call a field of any group. */
    static Label labelOf(String field) {
        return Arrays.stream(values())
                .flatMap(group -> Optional.ofNullable(group.fields.get(field)).stream())
                .findFirst()
                .orElse(Label.of(field, field));
    }

    /** The names of fields as one text in Chinese. */
    static String zh(Collection<String> fields) {
        return fields.stream().map(field -> labelOf(field).zh()).collect(Collectors.joining("、"));
    }

    static String en(Collection<String> fields) {
        return fields.stream().map(field -> labelOf(field).en()).collect(Collectors.joining(", "));
    }
}
