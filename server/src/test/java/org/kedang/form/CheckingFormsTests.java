package org.kedang.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.kedang.form.FormField.Kind;
import org.kedang.form.FormField.Option;
import org.kedang.kernel.Problem;

import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

class CheckingFormsTests {
    private static final Form FORM =
            Form.of(
                    FormField.of("title", Kind.TEXT, "标题", "Title").needed().upTo(5),
                    FormField.of("why", Kind.LONG_TEXT, "理由", "Why").hinting("写清楚", "Clearly"),
                    FormField.of("days", Kind.NUMBER, "天数", "Days").from(1).upTo(30),
                    FormField.of("amount", Kind.MONEY, "金额", "Amount").from(0),
                    FormField.of("day", Kind.DATE, "日期", "Day"),
                    FormField.of("how", Kind.CHOICE, "方式", "How")
                            .choosing(
                                    new Option("air", Label.of("飞机", "Plane")),
                                    new Option("rail", Label.of("火车", "Train"))),
                    FormField.of("many", Kind.CHOICES, "多选", "Many")
                            .needed()
                            .choosing(
                                    new Option("a", Label.of("甲", "A")),
                                    new Option("b", Label.of("乙", "B"))),
                    FormField.of("sure", Kind.YES_NO, "确认", "Sure"),
                    FormField.of("who", Kind.PERSON, "人员", "Who"));

    private final ObjectMapper json = JsonMapper.builder().build();
    private final CheckingForms checking = new CheckingForms(json);

    @Test
    void passesWhatFits() {
        Map<String, Object> values =
                Map.of(
                        "title",
                        "出差申请单",
                        "why",
                        "第一行\n第二行",
                        "days",
                        3,
                        "amount",
                        1234.56,
                        "day",
                        "2026-02-28",
                        "how",
                        "rail",
                        "many",
                        List.of("a", "b"),
                        "sure",
                        true,
                        "who",
                        UUID.randomUUID().toString());

        assertThatCode(() -> checking.check(FORM, new FormValues(values), "fields"))
                .doesNotThrowAnyException();
    }

    @Test
    void tellsOfEveryFieldThatDoesNotFit() {
        assertThat(faults("title", "出差申请单子")).containsExactly("title too-long 超过 5 字。");
        assertThat(faults("title", "")).containsExactly("title required 此项必填。");
        assertThat(faults("title", "a\nb")).containsExactly("title forbidden-character 含有不能使用的字符。");
        assertThat(faults("title", "a\u202Eb")).hasSize(1);
        assertThat(faults("days", 31)).containsExactly("days out-of-range 不能大于 30。");
        assertThat(faults("days", "三")).containsExactly("days wrong-type 内容的类型不正确。");
        assertThat(faults("amount", 0.001)).containsExactly("amount too-exact 金额至多两位小数。");
        assertThat(faults("amount", -1)).containsExactly("amount out-of-range 不能小于 0。");
        assertThat(faults("day", "2026-02-30")).containsExactly("day wrong-format 格式不正确。");
        assertThat(faults("how", "ship")).containsExactly("how unknown-option 请从列出的选项中选择。");
        assertThat(faults("many", List.of())).containsExactly("many required 此项必填。");
        assertThat(faults("many", List.of("a", "a")))
                .containsExactly("many chosen-twice 同一选项不能选两次。");
        assertThat(faults("who", "李")).containsExactly("who wrong-format 格式不正确。");
        assertThat(faults("other", 1)).containsExactly("other unknown-field 表单没有此项。");
    }

    @Test
    void readsBackTheSameFormFromItsSchema() {
        assertThat(FormSchema.read(json.readTree(json.writeValueAsString(FormSchema.write(FORM)))))
                .usingRecursiveComparison()
                .ignoringFields("fields.most")
                .isEqualTo(FORM);
        assertThat(FormSchema.write(FORM).path("$schema").asString())
                .isEqualTo("https://json-schema.org/draft/2020-12/schema");
    }

    private List<String> faults(String name, Object value) {
        Map<String, Object> values = new HashMap<>(Map.of("title", "标题", "many", List.of("a")));
        values.put(name, value);
        Problem[] problem = new Problem[1];
        assertThatThrownBy(() -> checking.check(FORM, new FormValues(values), "fields"))
                .isInstanceOfSatisfying(Problem.class, caught -> problem[0] = caught);
        return problem[0].fields().stream()
                .map(f -> f.name().substring("fields.".length()) + " " + f.slug() + " " + f.zh())
                .toList();
    }
}
