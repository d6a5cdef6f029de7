package org.kedang.form;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;

import org.kedang.kernel.KernelProblem;
import org.kedang.kernel.Problem;
import org.springframework.stereotype.Service;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Checks what was filled in against the form's JSON Schema. */
@Service
public class CheckingForms {
    /** What a person is told about one broken rule of the schema. */
    private record Telling(String slug, String zh, String en) {}

    private static final Telling REQUIRED =
            new Telling("required", "此项必填。", "Please fill this in.");

    private static final Map<String, Telling> TELLINGS =
            Map.ofEntries(
                    Map.entry("required", REQUIRED),
                    Map.entry("minLength", REQUIRED),
                    Map.entry("minItems", REQUIRED),
                    Map.entry(
                            "maxLength",
                            new Telling("too-long", "超过 %s 字。", "Longer than %s characters.")),
                    Map.entry("maxItems", new Telling("too-many", "最多 %s 个。", "At most %s.")),
                    Map.entry(
                            "pattern",
                            new Telling(
                                    "forbidden-character",
                                    "含有不能使用的字符。",
                                    "Contains characters that cannot be used.")),
                    Map.entry("minimum", new Telling("out-of-range", "不能小于 %s。", "At least %s.")),
                    Map.entry("maximum", new Telling("out-of-range", "不能大于 %s。", "At most %s.")),
                    Map.entry(
                            "multipleOf",
                            new Telling("too-exact", "金额至多两位小数。", "At most two decimals.")),
                    Map.entry(
                            "format",
                            new Telling(
                                    "wrong-format", "格式不正确。", "This is not in the right form.")),
                    Map.entry(
                            "enum",
                            new Telling("unknown-option", "请从列出的选项中选择。", "Choose from the list.")),
                    Map.entry(
                            "uniqueItems",
                            new Telling("chosen-twice", "同一选项不能选两次。", "Choose each only once.")),
                    Map.entry(
                            "additionalProperties",
                            new Telling(
                                    "unknown-field", "表单没有此项。", "The form has no such field.")));

    private static final Telling WRONG =
            new Telling("wrong-type", "内容的类型不正确。", "This is not the right kind of value.");

    private final ObjectMapper json;
    private final SchemaRegistry registry =
            SchemaRegistry.withDefaultDialect(
                    withAnnotations(),
                    builder ->
                            builder.schemaRegistryConfig(
                                    SchemaRegistryConfig.builder()
                                            .formatAssertionsEnabled(true)
                                            .build()));
    private final Map<Form, Schema> schemas = new ConcurrentHashMap<>();

    CheckingForms(ObjectMapper json) {
        this.json = json;
    }

    /** The standard's keywords, and ours that only describe. */
    private static Dialect withAnnotations() {
        Dialect.Builder dialect = Dialect.builder(Dialects.getDraft202012());
        FormSchema.ANNOTATIONS.forEach(name -> dialect.keyword(new NonValidationKeyword(name)));
        return dialect.build();
    }

    /**
     * Passes what fits the form.
     *
     * @param path where the values stand in the request; before the names of fields in the problem
     * @throws Problem {@code invalid-input} with every field that does not fit
     */
    public void check(Form form, FormValues values, String path) {
        List<Problem.Field> faults = faults(form, values, path);
        if (!faults.isEmpty()) {
            Problem problem = Problem.of(KernelProblem.INVALID_INPUT);
            faults.forEach(one -> problem.field(one.name(), one.slug(), one.zh(), one.en()));
            throw problem;
        }
    }

    /**
     * What does not fit the form, field by field; empty if all does.
     *
     * @param path before the names of fields
     */
    public List<Problem.Field> faults(Form form, FormValues values, String path) {
        Schema schema =
                schemas.computeIfAbsent(form, one -> registry.getSchema(FormSchema.write(one)));
        JsonNode filled = json.valueToTree(values.all());
        return schema.validate(filled).stream().map(error -> told(path, error)).toList();
    }

    private static Problem.Field told(String path, Error error) {
        Telling telling = TELLINGS.getOrDefault(error.getKeyword(), WRONG);
        Object bound = error.getSchemaNode() == null ? "" : error.getSchemaNode().asString("");
        return new Problem.Field(
                path + "." + name(error),
                telling.slug(),
                telling.zh().formatted(bound),
                telling.en().formatted(bound));
    }

    /** The schema tells of a missing field at the object that misses it. */
    private static String name(Error error) {
        return error.getInstanceLocation().getNameCount() == 0
                ? String.valueOf(error.getProperty())
                : error.getInstanceLocation().getName(0);
    }
}
