package org.kedang.kernel.web;

import org.kedang.kernel.Problem;

import java.util.Map;

/** Words for the usual mistakes in a field; a constraint's message names the mistake. */
final class FieldTexts {
    private record Words(String zh, String en) {}

    private static final Words OTHER =
            new Words("格式不对，请检查后重填。", "The form is wrong; check and fill in again.");

    private static final Map<String, Words> WORDS =
            Map.of(
                    "required",
                    new Words("此项必填。", "This field is required."),
                    "too-long",
                    new Words("最多 {0} 个字，请缩短。", "At most {0} characters; shorten it."),
                    "forbidden-character",
                    new Words(
                            "含有不可见的控制字符或方向控制字符，请删除后重填。",
                            "It holds invisible control or direction characters; remove"
                                    + " them."),
                    "invalid-date",
                    new Words(
                            "没有这一天，请填写存在的日期（如 2026-11-22）。",
                            "No such day; give a real date such as 2026-11-22."),
                    "invalid-choice",
                    new Words("不是可选的值，请从列表中选择。", "Not one of the choices; pick one from the list."),
                    "out-of-range",
                    new Words("超出允许范围 {0}。", "Outside the allowed range {0}."),
                    "too-many",
                    new Words("最多 {0} 个。", "At most {0}."),
                    "user-name",
                    new Words(
                            "用户名为 2 至 40 位小写字母、数字或 . _ -，以字母开头。",
                            "2 to 40 lower-case letters, digits or . _ -, beginning with a"
                                    + " letter."),
                    "position-code",
                    new Words(
                            "须为 1 至 20 位大写字母、数字或下划线。",
                            "One to twenty capital letters, digits or underscores."),
                    "department-code",
                    new Words("部门代码为 1 至 8 位大写字母或数字。", "1 to 8 capital letters or digits."));

    private FieldTexts() {}

    /** The words for a code such as {@code required} or {@code too-long:200}. */
    static Problem.Field field(String name, String code) {
        int colon = code.indexOf(':');
        String slug = colon < 0 ? code : code.substring(0, colon);
        String argument = colon < 0 ? "" : code.substring(colon + 1);
        Words words = WORDS.get(slug);
        if (words == null) {
            return new Problem.Field(name, "invalid-value", OTHER.zh(), OTHER.en());
        }
        return new Problem.Field(
                name,
                slug,
                words.zh().replace("{0}", argument),
                words.en().replace("{0}", argument));
    }
}
