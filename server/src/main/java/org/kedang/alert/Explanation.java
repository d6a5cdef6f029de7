package org.kedang.alert;

import org.jspecify.annotations.Nullable;
import org.kedang.kernel.ChinaTime;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/** What was unusual, in a sentence with the numbers; no word of what anything holds. */
record Explanation(String zh, String en) {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    static Explanation of(
            RuleKind kind, Instant since, Instant until, long count, Map<String, Object> facts) {
        String span = span(since, until);
        return switch (kind) {
            case MASS_READING ->
                    said(
                            "%s 之间阅读了 %s 份不同的客户、案卷或文件，超过 %s 分钟 %s 份的上限。",
                            "Read %2$s different customers, dossiers or files in %1$s, over the"
                                    + " limit of %4$s in %3$s minutes.",
                            span,
                            count,
                            facts.get("minutes"),
                            facts.get("limit"));
            case MASS_EXPORT ->
                    said(
                            "%s 之间下载、导出 %s 次，超过每天 %s 次的上限。",
                            "Downloaded or exported %2$s times in %1$s, over the limit of %3$s a"
                                    + " day.",
                            span,
                            count,
                            facts.get("limit"));
            case UNUSUAL_HOURS -> hours(span, count, facts);
            case REFUSALS_BY_PERSON, REFUSALS_FROM_ADDRESS ->
                    said(
                            "%s 之间被拒绝 %s 次，超过 %s 分钟 %s 次的上限。",
                            "Refused %2$s times in %1$s, over the limit of %4$s in %3$s minutes.",
                            span,
                            count,
                            facts.get("minutes"),
                            facts.get("limit"));
            case DORMANT_AWAKE ->
                    said(
                            "%s 又开始使用，此前 %s 天没有任何操作（上限 %s 天，上次在 %s）。",
                            "Active again at %s after %s days without any act (limit %s days, last"
                                    + " at %s).",
                            minute(since),
                            facts.get("idleDays"),
                            facts.get("limit"),
                            last(facts));
            case REVEALS_ABOVE_NORM ->
                    said(
                            "%s 之间查看敏感信息原文 %s 次，本人近 %s 天平均每天 %s 次，超过 %s 次的上限。",
                            "Revealed sensitive fields %2$s times in %1$s; the own average of %3$s"
                                    + " days is %4$s a day, the limit %5$s.",
                            span,
                            count,
                            facts.get("days"),
                            facts.get("average"),
                            facts.get("limit"));
            case NEW_PLACE -> place(since, facts);
        };
    }

    private static Explanation hours(String span, long count, Map<String, Object> facts) {
        boolean night = "NIGHT".equals(facts.get("when"));
        String holiday = String.valueOf(facts.getOrDefault("holiday", ""));
        String zh = night ? "夜间" : holiday.isEmpty() ? "周末" : "“" + holiday + "”假日";
        String en = night ? "at night" : holiday.isEmpty() ? "on a weekend" : "on a holiday";
        return said(
                "%s 之间在" + zh + "操作 %s 次，超过 %s 次的上限。",
                "Acted %2$s times " + en + " in %1$s, over the limit of %3$s.",
                span,
                count,
                facts.get("limit"));
    }

    private static Explanation place(Instant since, Map<String, Object> facts) {
        Object network = facts.get("network");
        Object device = facts.get("device");
        String zh =
                network == null
                        ? "从没用过的设备（" + device + "）"
                        : "从没用过的网络 "
                                + network
                                + (device == null ? "" : "，设备也是第一次见（" + device + "）");
        String en =
                network == null
                        ? "a device never used before (" + device + ")"
                        : "the network "
                                + network
                                + ", never used before"
                                + (device == null ? "" : ", and a new device (" + device + ")");
        return new Explanation(
                minute(since) + " 使用了本人" + zh + "。", "At " + minute(since) + " used " + en + ".");
    }

    /** Chinese takes the values in their order, English may pick them by number. */
    private static Explanation said(String zh, String en, @Nullable Object... values) {
        return new Explanation(zh.formatted(values), en.formatted(values));
    }

    private static String last(Map<String, Object> facts) {
        return minute(Instant.parse(String.valueOf(facts.get("last"))));
    }

    private static String span(Instant since, Instant until) {
        LocalDateTime from = local(since);
        LocalDateTime to = local(until);
        return from.format(MINUTE)
                + (from.toLocalDate().equals(to.toLocalDate()) ? "–" : " – ")
                + to.format(from.toLocalDate().equals(to.toLocalDate()) ? TIME : MINUTE);
    }

    private static String minute(Instant at) {
        return local(at).format(MINUTE);
    }

    private static LocalDateTime local(Instant at) {
        return LocalDateTime.ofInstant(at, ChinaTime.ZONE);
    }
}
