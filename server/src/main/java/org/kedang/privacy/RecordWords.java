package org.kedang.privacy;

import org.jspecify.annotations.Nullable;
import org.kedang.customer.CustomerRecords.CustomerView;
import org.kedang.form.Labelled;
import org.kedang.kernel.ChinaTime;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A customer's record as people read it, by the Chinese names of its fields; empty ones left out.
 */
final class RecordWords {
    private RecordWords() {}

    static Map<String, Object> of(CustomerView c) {
        Map<String, Object> fields = new LinkedHashMap<>();
        put(fields, "客户编号", c.number());
        put(fields, "名称", c.name());
        put(fields, "简称", c.shortName());
        put(fields, "曾用名", String.join("、", c.formerNames()));
        put(fields, "统一社会信用代码", c.creditCode());
        put(fields, "身份证号", c.idNumber());
        put(fields, "法定代表人", c.legalRepresentative());
        put(fields, "地区", c.regionName());
        put(fields, "地址", c.address());
        put(fields, "电话", c.phone());
        put(fields, "传真", c.fax());
        put(fields, "邮箱", c.mail());
        put(fields, "网站", c.web());
        put(fields, "开户行", c.bankName());
        put(fields, "银行账号", c.bankAccount());
        put(fields, "行业", c.industryName());
        put(fields, "经营范围", c.businessScope());
        put(fields, "规模", Labelled.zh(c.size()));
        put(fields, "单位性质", Labelled.zh(c.nature()));
        put(fields, "来源渠道", Labelled.zh(c.source()));
        put(fields, "合作起始", c.cooperatingSince());
        put(fields, "上级单位", c.parentName());
        put(fields, "客户类别", Labelled.zh(c.kind()));
        put(fields, "客户等级", c.grade());
        put(fields, "标签", String.join("、", c.tags()));
        put(fields, "负责人", c.ownerName());
        put(fields, "负责部门", c.departmentName());
        put(fields, "备注", c.note());
        put(fields, "登记时间", minute(c.createdAt()));
        put(fields, "最后修改", minute(c.updatedAt()));
        return fields;
    }

    private static void put(Map<String, Object> fields, String name, @Nullable Object value) {
        if (value != null && !value.toString().isEmpty()) {
            fields.put(name, value.toString());
        }
    }

    static LocalDateTime minute(Instant at) {
        return LocalDateTime.ofInstant(at, ChinaTime.ZONE).truncatedTo(ChronoUnit.MINUTES);
    }
}
