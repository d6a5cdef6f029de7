package org.kedang.customer;

import org.kedang.customfield.CustomValues;

import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A row of {@code customer} as the database keeps it in a version: its columns by name. */
final class VersionRecord {
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .build();

    private static final Map<String, String> PROPERTIES =
            Arrays.stream(CustomerFields.class.getRecordComponents())
                    .map(RecordComponent::getName)
                    .collect(Collectors.toMap(VersionRecord::column, name -> name));

    private VersionRecord() {}

    private static String column(String property) {
        return property.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    static CustomerFields read(String record) {
        return JSON.readValue(record, CustomerFields.class);
    }

    /** The fields that stand in these columns; columns that nobody writes himself are left out. */
    static List<String> properties(String[] columns) {
        return Arrays.stream(columns)
                .filter(column -> PROPERTIES.containsKey(column) || CustomValues.isPath(column))
                .map(column -> PROPERTIES.getOrDefault(column, column))
                .toList();
    }
}
