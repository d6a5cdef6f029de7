package org.kedang.customfield;

import io.swagger.v3.oas.annotations.media.Schema;

import org.kedang.form.Form;
import org.kedang.form.FormField;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * The fields of a kind of record, in the order in which they are asked.
 *
 * @param version counts from 1; 0 if nobody ever added a field
 * @param fields withdrawn ones too
 */
@Schema(name = "CustomFieldSet")
public record FieldSet(String type, long version, List<CustomField> fields) {
    /** Larger numbers are kept nowhere else either, and can be put in order. */
    private static final BigDecimal LARGEST = new BigDecimal("999999999999999");

    public FieldSet {
        fields = List.copyOf(fields);
    }

    public Optional<CustomField> find(String name) {
        return fields.stream().filter(one -> one.name().equals(name)).findFirst();
    }

    /** What is asked for now. */
    Form form() {
        return new Form(
                fields.stream()
                        .filter(one -> !one.withdrawn())
                        .map(one -> bounded(one.field()))
                        .toList());
    }

    private static FormField bounded(FormField field) {
        return switch (field.kind()) {
            case NUMBER, MONEY ->
                    new FormField(
                            field.name(),
                            field.kind(),
                            field.label(),
                            field.required(),
                            field.least() == null ? LARGEST.negate() : field.least(),
                            field.most() == null ? LARGEST : field.most(),
                            field.options(),
                            field.help(),
                            field.megabytes());
            default -> field;
        };
    }
}
