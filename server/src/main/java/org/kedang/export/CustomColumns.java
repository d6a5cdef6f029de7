package org.kedang.export;

import org.jspecify.annotations.Nullable;
import org.kedang.customer.CustomerRecordType;
import org.kedang.customfield.CustomField;
import org.kedang.customfield.CustomValues;
import org.kedang.customfield.ShowingValues;
import org.kedang.form.FormField.Kind;
import org.kedang.kernel.Problem;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Optional;

/** Columns of a file that a company's own fields fill. */
@Component
class CustomColumns {
    private final ShowingValues values;

    CustomColumns(ShowingValues values) {
        this.values = values;
    }

    /**
     * The names, once each.
     *
     * @throws Problem {@code invalid-input} if one names nothing that can be a column
     */
    List<String> require(@Nullable List<String> names) {
        List<String> each = names == null ? List.of() : names.stream().distinct().toList();
        if (each.stream().anyMatch(name -> find(name).filter(one -> !one.withdrawn()).isEmpty())) {
            throw Problem.invalid(
                    CustomValues.MEMBER,
                    "unknown-column",
                    "没有这个自定义字段，或它不能作为一列；请刷新后重新选择。",
                    "There is no such custom field, or it cannot be a column; reload and choose"
                            + " anew.");
        }
        return each;
    }

    boolean isAnySensitive(List<String> names) {
        return list(names).stream().anyMatch(CustomField::sensitive);
    }

    List<String> labels(List<String> names) {
        return list(names).stream().map(one -> one.field().label().zh()).toList();
    }

    /** As they stand in a file; what was withdrawn since it was asked for is still there. */
    List<ExportSheet.Column> columns(List<String> names) {
        return list(names).stream()
                .map(
                        one ->
                                new ExportSheet.Column(
                                        one.field().label().zh(),
                                        customer -> values.words(one, customer.more())))
                .toList();
    }

    private List<CustomField> list(List<String> names) {
        return names.stream().flatMap(name -> find(name).stream()).toList();
    }

    private Optional<CustomField> find(String name) {
        return values.find(CustomerRecordType.CODE, name).filter(one -> one.kind() != Kind.FILE);
    }
}
