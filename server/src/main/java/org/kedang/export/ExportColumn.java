package org.kedang.export;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;
import org.kedang.customer.CustomerRecords.CustomerView;
import org.kedang.form.Label;
import org.kedang.form.Labelled;
import org.kedang.identity.SensitiveField;
import org.kedang.kernel.ChinaTime;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.function.Function;

/** A column that a file of customers can have. */
@Schema(name = "CustomerExportColumn")
public enum ExportColumn {
    NUMBER("客户编号", "Number", CustomerView::number),
    NAME("名称", "Name", CustomerView::name),
    SHORT_NAME("简称", "Short name", CustomerView::shortName),
    TYPE("类型", "Kind", c -> Labelled.zh(c.type())),
    KIND("分类", "Class", c -> Labelled.zh(c.kind())),
    GRADE("等级", "Grade", c -> c.grade() == null ? "" : c.grade().name()),
    CREDIT_CODE("统一社会信用代码", "Credit code", CustomerView::creditCode),
    LEGAL_REPRESENTATIVE("法定代表人", "Legal representative", CustomerView::legalRepresentative),
    REGION("地区", "Region", CustomerView::regionName),
    INDUSTRY("行业", "Industry", CustomerView::industryName),
    BUSINESS_SCOPE("经营范围", "Business scope", CustomerView::businessScope),
    WEB("网址", "Web", CustomerView::web),
    BANK_NAME("开户行", "Bank", CustomerView::bankName),
    TAGS("标签", "Tags", c -> String.join("；", c.tags())),
    OWNER("负责人", "Owner", CustomerView::ownerName),
    DEPARTMENT("部门", "Department", CustomerView::departmentName),
    CREATED("登记时间", "Registered", c -> minute(c.createdAt())),
    UPDATED("修改时间", "Changed", c -> minute(c.updatedAt())),
    PHONE("电话", "Phone", SensitiveField.PHONE, CustomerView::phone),
    MAIL("邮箱", "Mail", SensitiveField.MAIL, CustomerView::mail),
    ADDRESS("地址", "Address", SensitiveField.ADDRESS, CustomerView::address),
    ID_NUMBER("身份证号", "ID number", SensitiveField.ID_NUMBER, CustomerView::idNumber),
    BANK_ACCOUNT("银行账号", "Bank account", SensitiveField.BANK_ACCOUNT, CustomerView::bankAccount);

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(ChinaTime.ZONE);

    private final Label label;
    private final @Nullable SensitiveField field;
    private final Function<CustomerView, @Nullable String> value;

    ExportColumn(String zh, String en, Function<CustomerView, @Nullable String> value) {
        this(zh, en, null, value);
    }

    ExportColumn(
            String zh,
            String en,
            @Nullable SensitiveField field,
            Function<CustomerView, @Nullable String> value) {
        this.label = Label.of(zh, en);
        this.field = field;
        this.value = value;
    }

    public Label label() {
        return label;
    }

    public boolean isSensitive() {
        return field != null;
    }

    /** As it stands in the file; empty where there is nothing that may be shown. */
    String of(CustomerView customer) {
        String text = value.apply(customer);
        return text == null ? "" : text;
    }

    static String minute(Instant at) {
        return MINUTE.format(at);
    }
}
