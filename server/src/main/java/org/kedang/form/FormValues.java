package org.kedang.form;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What was filled in, by name of the field; checked values can be read as what the field is. Empty
 * fields are not there.
 */
public record FormValues(Map<String, Object> all) {
    public FormValues {
        Map<String, Object> filled = new LinkedHashMap<>();
        all.forEach(
                (name, value) -> {
                    if (value != null && !value.equals("")) {
                        filled.put(name, value);
                    }
                });
        all = Collections.unmodifiableMap(filled);
    }

    public boolean has(String name) {
        return all.containsKey(name);
    }

    /** As text; empty if not filled in. */
    public String text(String name) {
        Object value = all.get(name);
        return value == null ? "" : value.toString();
    }

    public @Nullable UUID id(String name) {
        return has(name) ? UUID.fromString(text(name)) : null;
    }

    /** Several ids, such as those of files; empty if not filled in. */
    public List<UUID> ids(String name) {
        return all.get(name) instanceof List<?> some
                ? some.stream().map(one -> UUID.fromString(String.valueOf(one))).toList()
                : List.of();
    }

    public @Nullable BigDecimal number(String name) {
        return has(name) ? new BigDecimal(text(name)) : null;
    }

    public @Nullable LocalDate date(String name) {
        return has(name) ? LocalDate.parse(text(name)) : null;
    }

    /** Whether it was answered with yes. */
    public boolean yes(String name) {
        return Boolean.TRUE.equals(all.get(name));
    }
}
