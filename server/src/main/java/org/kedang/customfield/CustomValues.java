package org.kedang.customfield;

import org.jspecify.annotations.Nullable;
import org.kedang.kernel.Problem;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** Values of custom fields by name, as a record holds and a request sends them. */
public final class CustomValues {
    /** What they are called in requests and answers. */
    public static final String MEMBER = "more";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, Object>> VALUES = new TypeReference<>() {};

    private CustomValues() {}

    public static Map<String, Object> read(String json) {
        return JSON.readValue(json, VALUES);
    }

    public static String write(Map<String, Object> values) {
        return JSON.writeValueAsString(new TreeMap<>(values));
    }

    /** The same without surrounding blanks and without what is empty. */
    public static Map<String, Object> tidy(@Nullable Map<String, ?> typed) {
        Map<String, Object> tidy = new LinkedHashMap<>();
        if (typed != null) {
            typed.forEach(
                    (name, value) -> {
                        Object kept = value instanceof String text ? text.strip() : value;
                        if (kept != null && !isEmpty(kept)) {
                            tidy.put(name, kept);
                        }
                    });
        }
        return tidy;
    }

    private static boolean isEmpty(Object value) {
        return value.equals("") || (value instanceof Collection<?> some && some.isEmpty());
    }

    /** Names of the fields whose values differ. */
    public static Set<String> changed(Map<String, Object> before, Map<String, Object> after) {
        Set<String> names = new HashSet<>(before.keySet());
        names.addAll(after.keySet());
        names.removeIf(name -> same(before.get(name), after.get(name)));
        return names;
    }

    private static boolean same(@Nullable Object one, @Nullable Object other) {
        return one instanceof Number && other instanceof Number
                ? new BigDecimal(one.toString()).compareTo(new BigDecimal(other.toString())) == 0
                : Objects.equals(one, other);
    }

    /** As a field of the record: {@code more.f1}. */
    public static String path(String name) {
        return MEMBER + "." + name;
    }

    public static boolean isPath(String field) {
        return field.startsWith(MEMBER + ".");
    }

    public static String name(String path) {
        return path.substring(MEMBER.length() + 1);
    }

    /** The names of custom fields among the paths. */
    public static Set<String> names(Set<String> fields) {
        Set<String> names = new HashSet<>();
        fields.stream().filter(CustomValues::isPath).forEach(one -> names.add(name(one)));
        return names;
    }

    /**
     * The fields of which a merge patch speaks, custom ones one by one.
     *
     * @throws Problem {@code invalid-input} if custom fields are not given by name
     */
    public static Set<String> named(ObjectNode patch) {
        Set<String> named = new HashSet<>(patch.propertyNames());
        if (named.remove(MEMBER)) {
            values(patch).propertyNames().forEach(name -> named.add(path(name)));
        }
        return named;
    }

    private static ObjectNode values(ObjectNode patch) {
        if (patch.path(MEMBER) instanceof ObjectNode values) {
            return values;
        }
        throw Problem.invalid(
                MEMBER,
                "wrong-type",
                "自定义字段须按字段代码逐个给出。",
                "Custom fields are given one by one, by their codes.");
    }

    /**
     * Merges a patch (RFC 7396) into a record.
     *
     * @throws Problem {@code invalid-input} if custom fields are not given by name
     */
    public static ObjectNode merge(ObjectNode record, ObjectNode patch) {
        patch.properties().stream()
                .filter(one -> !one.getKey().equals(MEMBER))
                .forEach(one -> record.set(one.getKey(), one.getValue()));
        if (patch.has(MEMBER)) {
            values(patch).properties().forEach(one -> put(record, one.getKey(), one.getValue()));
        }
        return record;
    }

    /** Sets one value of a record, or takes it away. */
    public static void put(ObjectNode record, String name, JsonNode value) {
        ObjectNode values =
                record.path(MEMBER) instanceof ObjectNode there ? there : record.putObject(MEMBER);
        if (value.isNull() || value.isMissingNode()) {
            values.remove(name);
        } else {
            values.set(name, value);
        }
    }
}
