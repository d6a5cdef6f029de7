package org.kedang.alert;

import io.swagger.v3.oas.annotations.media.Schema;

/** What a rule looks for. */
@Schema(name = "AlertRuleKind")
public enum RuleKind {
    MASS_READING("大量阅读", "Mass reading"),
    MASS_EXPORT("大量下载导出", "Mass export"),
    UNUSUAL_HOURS("夜间和节假日操作", "Night and holiday work"),
    REFUSALS_BY_PERSON("同一人多次被拒", "Repeated refusals of a person"),
    REFUSALS_FROM_ADDRESS("同一地址多次被拒", "Repeated refusals from an address"),
    DORMANT_AWAKE("沉睡账号启用", "Dormant account awake"),
    REVEALS_ABOVE_NORM("查看敏感信息异常增多", "Sensitive reveals above norm"),
    NEW_PLACE("从未用过的网络或设备", "First time from a place");

    private final String zh;
    private final String en;

    RuleKind(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }
}
