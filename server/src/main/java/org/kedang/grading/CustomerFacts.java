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
                choice(
                        "kind",
                        "客户类别",
                        "Kind",
                        "c.kind",
                        CustomerKind.values(),
                        CustomerKind::label),
                choice(
                        "type",
                        "客户类型",
                        "Type",
                        "c.type",
                        CustomerType.values(),
                        CustomerType::label),
                fact("industry", "行业", "Industry", Type.INDUSTRY, "c.industry_code"),
                fact("region", "地区", "Region", Type.REGION, "c.region_code"),
                choice(
                        "size",
                        "企业规模",
                        "Size",
                        "c.size",
                        CustomerSize.values(),
                        CustomerSize::label),
                choice(
                        "nature",
                        "单位性质",
                        "Nature",
                        "c.nature",
                        CustomerNature.values(),
                        CustomerNature::label),
                choice(
                        "source",
                        "来源渠道",
                        "Source",
                        "c.source",
                        CustomerSource.values(),
                        CustomerSource::label),
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
}
