package org.kedang.grading;

import org.kedang.customer.CustomerKind;
import org.kedang.customer.CustomerNature;
import org.kedang.customer.CustomerSize;
import org.kedang.customer.CustomerSource;
import org.kedang.customer.CustomerType;
import org.kedang.form.Label;
import org.kedang.grading.GradeFact.Choice;
import org.kedang.grading.GradeFact.Type;
import org.springframework.stereotype.Component;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** What the record itself tells. */
@Component
class CustomerFacts implements GradeFacts {
    /** Percent of the fields that a record of its kind should have. */
    private static final String COMPLETENESS =
            """
            (case c.type when 'PERSON'
                then num_nonnulls(c.id_number, c.region_code, c.address, c.phone, c.mail, c.source) * 100 / 6
                else num_nonnulls(c.credit_code, c.legal_representative, c.region_code, c.address, c.phone,
                    c.industry_code, c.business_scope, c.size, c.nature, c.source) * 100 / 10 end)::numeric
            """;

    @Override
    public List<GradeFact> list() {
        return List.of(
                choice("kind", "客户类别", "Kind", "c.kind", CustomerKind.values(), this::kind),
                choice("type", "客户类型", "Type", "c.type", CustomerType.values(), this::type),
                fact("industry", "行业", "Industry", Type.INDUSTRY, "c.industry_code"),
                fact("region", "地区", "Region", Type.REGION, "c.region_code"),
                choice("size", "企业规模", "Size", "c.size", CustomerSize.values(), this::size),
                choice(
                        "nature",
                        "单位性质",
                        "Nature",
                        "c.nature",
                        CustomerNature.values(),
                        this::nature),
                choice(
                        "source",
                        "来源渠道",
                        "Source",
                        "c.source",
                        CustomerSource.values(),
                        this::source),
                fact(
                        "cooperationYears",
                        "合作年限（满年）",
                        "Full years of cooperation",
                        Type.NUMBER,
                        "extract(year from age(cast(:today as timestamp), cast(c.cooperating_since"
                                + " as timestamp)))::numeric"),
                fact(
                        "cooperatingSince",
                        "合作起始日",
                        "Cooperating since",
                        Type.DATE,
                        "c.cooperating_since"),
                fact("tags", "标签", "Tags", Type.TAGS, "c.tags"),
                fact("department", "所属部门", "Department", Type.DEPARTMENT, "c.department_id::text"),
                fact("businessScope", "经营范围", "Business scope", Type.TEXT, "c.business_scope"),
                fact("completeness", "资料完整度（%）", "Completeness (%)", Type.NUMBER, COMPLETENESS));
    }

    private static GradeFact fact(String code, String zh, String en, Type type, String sql) {
        return GradeFact.of(code, Label.of(zh, en), type, sql);
    }

    private static <E extends Enum<E>> GradeFact choice(
            String code, String zh, String en, String sql, E[] all, Function<E, Label> label) {
        return new GradeFact(
                code,
                Label.of(zh, en),
                Type.CHOICE,
                sql,
                Arrays.stream(all).map(one -> new Choice(one.name(), label.apply(one))).toList());
    }

    private Label kind(CustomerKind kind) {
        return switch (kind) {
            case TARGET -> Label.of("目标客户", "Target");
            case POTENTIAL -> Label.of("潜在客户", "Potential");
            case GENERAL -> Label.of("一般客户", "General");
            case KEY -> Label.of("重点客户", "Key");
        };
    }

    private Label type(CustomerType type) {
        return switch (type) {
            case ORGANISATION -> Label.of("单位", "Organisation");
            case PERSON -> Label.of("个人", "Person");
        };
    }

    private Label size(CustomerSize size) {
        return switch (size) {
            case LARGE -> Label.of("大型", "Large");
            case MEDIUM -> Label.of("中型", "Medium");
            case SMALL -> Label.of("小型", "Small");
            case MICRO -> Label.of("微型", "Micro");
        };
    }

    private Label nature(CustomerNature nature) {
        return switch (nature) {
            case STATE_OWNED -> Label.of("国有", "State-owned");
            case COLLECTIVE -> Label.of("集体", "Collective");
            case PRIVATE -> Label.of("民营", "Private");
            case FOREIGN -> Label.of("外资", "Foreign");
            case HK_MO_TW -> Label.of("港澳台资", "Hong Kong, Macao, Taiwan");
            case SOLE_TRADER -> Label.of("个体工商户", "Sole trader");
            case GOVERNMENT -> Label.of("政府机关", "Government");
            case INSTITUTION -> Label.of("事业单位", "Public institution");
            case ASSOCIATION -> Label.of("社会团体", "Association");
            case OTHER -> Label.of("其他", "Other");
        };
    }

    private Label source(CustomerSource source) {
        return switch (source) {
            case EXHIBITION -> Label.of("展会", "Exhibition");
            case REFERRAL -> Label.of("转介绍", "Referral");
            case WEBSITE -> Label.of("网站", "Website");
            case PHONE -> Label.of("来电", "Phone");
            case ADVERTISING -> Label.of("广告", "Advertising");
            case SOCIAL_MEDIA -> Label.of("社交媒体", "Social media");
            case TENDER -> Label.of("招投标", "Tender");
            case VISIT -> Label.of("上门拜访", "Visit");
            case WALK_IN -> Label.of("上门客户", "Walk-in");
            case OTHER -> Label.of("其他", "Other");
        };
    }
}
