package org.kedang.export;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.kedang.customer.CustomerRecords.CustomerView;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;

/**
 * Customers as an Excel sheet, and beside it a sheet that says where they come from. Every cell is
 * text, so that nothing in it is taken for a formula.
 */
final class ExportSheet {
    /** A column of the first sheet. */
    record Column(String title, Function<CustomerView, String> value) {}

    /** A line of the second sheet. */
    record Fact(String name, String value) {}

    private final Workbook book;
    private final Worksheet sheet;
    private final List<Column> columns;
    private int rows;

    ExportSheet(OutputStream out, List<Column> columns) {
        this.book = new Workbook(out, "Kedang", null);
        this.sheet = book.newWorksheet("客户");
        this.columns = columns;
        row(columns.stream().map(Column::title).toList());
        sheet.freezePane(0, 1);
    }

    /** Adds some, and sends them so that no long list gathers in memory. */
    void add(List<CustomerView> customers) {
        customers.forEach(
                customer ->
                        row(
                                columns.stream()
                                        .map(column -> column.value().apply(customer))
                                        .toList()));
        try {
            sheet.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void row(List<String> cells) {
        write(sheet, rows, cells);
        rows++;
    }

    private static void write(Worksheet sheet, int row, List<String> cells) {
        for (int column = 0; column < cells.size(); column++) {
            sheet.inlineString(row, column, cells.get(column));
        }
    }

    /** How many customers were added. */
    int size() {
        return rows - 1;
    }

    void finish(List<Fact> facts) {
        try {
            sheet.finish();
            Worksheet about = book.newWorksheet("说明");
            for (int row = 0; row < facts.size(); row++) {
                write(about, row, List.of(facts.get(row).name(), facts.get(row).value()));
            }
            book.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
