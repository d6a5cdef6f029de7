package org.kedang.privacy;

import org.jspecify.annotations.Nullable;
import org.kedang.customer.CustomerNature;
import org.kedang.customer.CustomerRecords.CustomerView;
import org.kedang.customer.CustomerSize;
import org.kedang.customer.CustomerSource;
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
        put(fields, "规模", size(c.size()));
        put(fields, "单位性质", nature(c.nature()));
        put(fields, "来源渠道", source(c.source()));
        put(fields, "合作起始", c.cooperatingSince());
        put(fields, "上级单位", c.parentName());
        put(fields, "客户类别", kind(c));
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

    private static String kind(CustomerView customer) {
        return switch (customer.kind()) {
            case TARGET -> "目标客户";
            case POTENTIAL -> "潜在客户";
            case GENERAL -> "一般客户";
            case KEY -> "重点客户";
        };
    }

    private static @Nullable String size(@Nullable CustomerSize size) {
        return switch (size) {
            case null -> null;
            case LARGE -> "大型";
            case MEDIUM -> "中型";
            case SMALL -> "小型";
            case MICRO -> "微型";
        };
    }

    private static @Nullable String nature(@Nullable CustomerNature nature) {
        return switch (nature) {
            case null -> null;
            case STATE_OWNED -> "国有企业";
            case COLLECTIVE -> "集体企业";
            case PRIVATE -> "民营企业";
            case FOREIGN -> "外商投资企业";
            case HK_MO_TW -> "港澳台投资企业";
            case SOLE_TRADER -> "个体工商户";
            case GOVERNMENT -> "机关";
            case INSTITUTION -> "事业单位";
            case ASSOCIATION -> "社会团体";
            case OTHER -> "其他";
        };
    }

    private static @Nullable String source(@Nullable CustomerSource source) {
        return switch (source) {
            case null -> null;
            case EXHIBITION -> "展会";
            case REFERRAL -> "介绍";
            case WEBSITE -> "网站";
            case PHONE -> "来电";
            case ADVERTISING -> "广告";
            case SOCIAL_MEDIA -> "社交媒体";
            case TENDER -> "招投标";
            case VISIT -> "上门拜访";
            case WALK_IN -> "客户来访";
            case OTHER -> "其他";
        };
    }

    static LocalDateTime minute(Instant at) {
        return LocalDateTime.ofInstant(at, ChinaTime.ZONE).truncatedTo(ChronoUnit.MINUTES);
    }
}
