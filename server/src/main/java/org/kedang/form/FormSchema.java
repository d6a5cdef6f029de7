package org.kedang.form;

import org.jspecify.annotations.Nullable;
import org.kedang.form.FormField.Kind;
import org.kedang.form.FormField.Option;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * A form as JSON Schema 2020-12 and back. What the standard has no word for stands in {@code x-…}
 * annotations, which other validators pass over.
 */
final class FormSchema {
    static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

    /** Ours, which check nothing. */
    static final List<String> ANNOTATIONS =
            List.of("x-kind", "x-place", "x-label", "x-help", "x-options", "x-megabytes");

    private static final int MOST_CHARACTERS = 200;
    private static final int MOST_LONG = 5_000;

    /** As {@code @PlainText} has it: no control characters, nothing that turns the direction. */
    private static final String BIDI =
            "\\u202A-\\u202E\\u2066-\\u2069\\u200E\\u200F\\u061C\\u2028\\u2029\\uFEFF";

    private static final String ONE_LINE = "^[^\\u0000-\\u001F\\u007F-\\u009F" + BIDI + "]*$";
    private static final String LINES =
            "^[^\\u0000-\\u0008\\u000B\\u000C\\u000E-\\u001F\\u007F-\\u009F" + BIDI + "]*$";

    private FormSchema() {}

    static ObjectNode write(Form form) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        schema.put("$schema", DIALECT).put("type", "object").put("additionalProperties", false);
        ArrayNode required = schema.putArray("required");
        ObjectNode properties = schema.putObject("properties");
        int place = 0;
        for (FormField field : form.fields()) {
            if (field.required()) {
                required.add(field.name());
            }
            ObjectNode property = properties.putObject(field.name());
            constrain(property, field);
            describe(property, field, place++);
        }
        return schema;
    }

    private static void constrain(ObjectNode property, FormField field) {
        switch (field.kind()) {
            case TEXT -> text(property, field, ONE_LINE, MOST_CHARACTERS);
            case LONG_TEXT -> text(property, field, LINES, MOST_LONG);
            case NUMBER -> bounded(property.put("type", "number"), field);
            case MONEY ->
                    bounded(
                            property.put("type", "number")
                                    .put("multipleOf", new BigDecimal("0.01")),
                            field);
            case DATE -> property.put("type", "string").put("format", "date");
            case CHOICE -> options(property.put("type", "string"), field);
            case CHOICES -> {
                property.put("type", "array").put("uniqueItems", true);
                if (field.required()) {
                    property.put("minItems", 1);
                }
                options(property.putObject("items").put("type", "string"), field);
            }
            case YES_NO -> property.put("type", "boolean");
            case PERSON, DEPARTMENT -> property.put("type", "string").put("format", "uuid");
            case FILE -> files(property.put("type", "array").put("uniqueItems", true), field);
        }
    }

    private static void files(ObjectNode property, FormField field) {
        property.put("maxItems", field.mostFiles());
        if (field.required()) {
            property.put("minItems", 1);
        }
        if (field.megabytes() != null) {
            property.put("x-megabytes", field.megabytes());
        }
        property.putObject("items").put("type", "string").put("format", "uuid");
    }

    private static void text(ObjectNode property, FormField field, String pattern, int most) {
        property.put("type", "string").put("pattern", pattern);
        BigDecimal asked = field.most();
        property.put("maxLength", asked == null ? most : asked.intValue());
        if (field.required()) {
            property.put("minLength", 1);
        }
    }

    private static void bounded(ObjectNode property, FormField field) {
        if (field.least() != null) {
            property.put("minimum", field.least());
        }
        if (field.most() != null) {
            property.put("maximum", field.most());
        }
    }

    private static void options(ObjectNode property, FormField field) {
        ArrayNode values = property.putArray("enum");
        field.options().stream()
                .filter(Option::offered)
                .forEach(option -> values.add(option.value()));
    }

    private static void describe(ObjectNode property, FormField field, int place) {
        property.put("x-kind", field.kind().name()).put("x-place", place);
        label(property.putObject("x-label"), field.label());
        property.put("title", field.label().zh());
        Label help = field.help();
        if (help != null) {
            label(property.putObject("x-help"), help);
        }
        ArrayNode options = property.putArray("x-options");
        field.options()
                .forEach(
                        option -> {
                            ObjectNode node = options.addObject().put("value", option.value());
                            if (!option.offered()) {
                                node.put("withdrawn", true);
                            }
                            label(node, option.label());
                        });
    }

    private static void label(ObjectNode node, Label label) {
        node.put("zh", label.zh()).put("en", label.en());
    }

    static Form read(JsonNode schema) {
        List<String> required =
                schema.path("required").valueStream().map(JsonNode::asString).toList();
        return new Form(
                schema.path("properties")
                        .propertyStream()
                        .sorted(Comparator.comparingInt(p -> p.getValue().path("x-place").asInt()))
                        .map(property -> field(property, required))
                        .toList());
    }

    private static FormField field(Map.Entry<String, JsonNode> property, List<String> required) {
        JsonNode node = property.getValue();
        Kind kind = Kind.valueOf(node.path("x-kind").asString());
        JsonNode megabytes = node.path("x-megabytes");
        return new FormField(
                property.getKey(),
                kind,
                label(node.path("x-label")),
                required.contains(property.getKey()),
                number(node.path("minimum")),
                number(node.path(most(kind))),
                node.path("x-options")
                        .valueStream()
                        .map(
                                o ->
                                        new Option(
                                                o.path("value").asString(),
                                                label(o),
                                                o.path("withdrawn").asBoolean(false)))
                        .toList(),
                node.has("x-help") ? label(node.path("x-help")) : null,
                megabytes.isMissingNode() ? null : megabytes.asInt());
    }

    private static String most(Kind kind) {
        return switch (kind) {
            case TEXT, LONG_TEXT -> "maxLength";
            case FILE -> "maxItems";
            default -> "maximum";
        };
    }

    private static Label label(JsonNode node) {
        return new Label(node.path("zh").asString(), node.path("en").asString());
    }

    private static @Nullable BigDecimal number(JsonNode node) {
        return node.isMissingNode() ? null : node.decimalValue();
    }
}
