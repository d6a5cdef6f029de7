package org.kedang.demo;

import org.kedang.customer.CustomerKind;
import org.kedang.customfield.CustomField;
import org.kedang.customfield.DefiningFields;
import org.kedang.form.FormField;
import org.kedang.form.FormField.Kind;
import org.kedang.form.FormField.Option;
import org.kedang.form.Label;
import org.kedang.kernel.Actor;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;

/** Fields that the made-up company added to its customers and contacts. */
@Component
class DemoFields {
    static final String WECHAT = "wechat";

    private static final String LEVEL = "level";
    private static final String BUDGET = "budget";
    private static final List<String> LEVELS = List.of("gold", "silver", "plain");

    private final DefiningFields defining;

    DemoFields(DefiningFields defining) {
        this.defining = defining;
    }

    void define(Actor administrator) {
        defining.define(
                administrator,
                "customer",
                0,
                List.of(
                        CustomField.of(
                                        FormField.of(LEVEL, Kind.CHOICE, "合作等级", "Partner level")
                                                .choosing(
                                                        new Option("gold", Label.of("金牌", "Gold")),
                                                        new Option(
                                                                "silver", Label.of("银牌", "Silver")),
                                                        new Option(
                                                                "plain", Label.of("普通", "Plain"))))
                                .inList()
                                .inFilters(),
                        CustomField.of(
                                        FormField.of(BUDGET, Kind.MONEY, "年度采购预算", "Yearly budget")
                                                .from(0)
                                                .hinting(
                                                        "按客户上年末告知的数填写",
                                                        "As told at the year's end"))
                                .inFilters()));
        defining.define(
                administrator,
                "contact",
                0,
                List.of(
                        CustomField.of(FormField.of(WECHAT, Kind.TEXT, "微信号", "WeChat"))
                                .guarded()));
    }

    /** Values of one customer; some have told of no budget. */
    static Map<String, Object> values(CustomerKind kind, int run) {
        String level = kind == CustomerKind.KEY ? "gold" : LEVELS.get(1 + run % 2);
        return run % 3 == 2
                ? Map.of(LEVEL, level)
                : Map.of(LEVEL, level, BUDGET, 80_000 + 65_500 * run);
    }
}
