package org.kedang.identity;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import org.kedang.kernel.BoundedZip;
import org.kedang.kernel.Problem;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The Excel sheet by which people come in, and the one on which their first passwords go out. */
final class PeopleSheet {
    static final int MOST_ROWS = 5_000;

    /** A column of the sheet; only the first three must be filled. */
    enum Column {
        USER_NAME("用户名", true),
        NAME("姓名", true),
        DEPARTMENT("部门代码", true),
        POSITION("岗位代码", false),
        EMPLOYMENT("用工性质", false),
        MAIL("电子邮箱", false);

        final String heading;
        final boolean required;

        Column(String heading, boolean required) {
            this.heading = heading;
            this.required = required;
        }
    }

    /**
     * A row as it was typed.
     *
     * @param number as Excel counts, the heading being 1
     * @param formulas columns that hold a formula in place of a value
     */
    record Line(int number, Map<Column, String> values, List<Column> formulas) {
        @Nullable String value(Column column) {
            return values.get(column);
        }
    }

    private PeopleSheet() {}

    /**
     * Reads the first sheet.
     *
     * @throws Problem {@code sheet-unreadable} if it is none, lacks a heading or has too many rows
     */
    static List<Line> read(byte[] file) {
        try (ReadableWorkbook book =
                        new ReadableWorkbook(new ByteArrayInputStream(BoundedZip.repacked(file)));
                Stream<Row> rows = book.getFirstSheet().openStream()) {
            return lines(rows.limit(MOST_ROWS + 2L).toList());
        } catch (IOException
                | UncheckedIOException
                | ExcelReaderException
                | IndexOutOfBoundsException
                | IllegalArgumentException
                | NullPointerException e) { // the reader answers broken files with any of these
            throw unreadable();
        }
    }

    private static List<Line> lines(List<Row> rows) {
        if (rows.isEmpty() || rows.size() > MOST_ROWS + 1) {
            throw unreadable();
        }
        Map<Integer, Column> columns = columns(rows.getFirst());
        return rows.stream()
                .skip(1)
                .map(row -> line(row, columns))
                .filter(line -> !line.values().isEmpty() || !line.formulas().isEmpty())
                .toList();
    }

    private static Map<Integer, Column> columns(Row headings) {
        Map<Integer, Column> columns = new HashMap<>();
        for (int i = 0; i < headings.getCellCount(); i++) {
            String heading = headings.getCellText(i).strip();
            for (Column column : Column.values()) {
                if (heading.startsWith(column.heading)) {
                    columns.put(i, column);
                }
            }
        }
        for (Column column : Column.values()) {
            if (column.required && !columns.containsValue(column)) {
                throw unreadable();
            }
        }
        return columns;
    }

    private static Line line(Row row, Map<Integer, Column> columns) {
        Map<Column, String> values = new HashMap<>();
        List<Column> formulas = new ArrayList<>();
        columns.forEach(
                (index, column) ->
                        row.getOptionalCell(index)
                                .ifPresent(cell -> take(cell, column, values, formulas)));
        return new Line(row.getRowNum(), values, formulas);
    }

    private static void take(
            Cell cell, Column column, Map<Column, String> values, List<Column> formulas) {
        if (cell.getType() == CellType.FORMULA) {
            formulas.add(column);
            return;
        }
        String text = cell.getText().strip();
        if (!text.isEmpty()) {
            values.put(column, text);
        }
    }

    /** An empty sheet to fill in, and a second one with the codes that may be used. */
    static byte[] template(List<Department> departments, List<Position> positions) {
        return written(
                book -> {
                    Worksheet sheet = book.newWorksheet("人员");
                    heading(sheet, Stream.of(Column.values()).map(PeopleSheet::title).toList());
                    Worksheet codes = book.newWorksheet("代码");
                    heading(codes, List.of("部门代码", "部门名称", "", "岗位代码", "岗位名称", "", "用工性质"));
                    fill(
                            codes,
                            0,
                            departments.stream().map(d -> List.of(d.code(), d.name())).toList());
                    fill(
                            codes,
                            3,
                            positions.stream()
                                    .filter(p -> !p.closed())
                                    .map(p -> List.of(p.code(), p.name()))
                                    .toList());
                    fill(
                            codes,
                            6,
                            ImportingPeople.EMPLOYMENTS.keySet().stream()
                                    .sorted()
                                    .map(List::of)
                                    .toList());
                });
    }

    private static String title(Column column) {
        return column.required ? column.heading + "（必填）" : column.heading;
    }

    /** User names, names and first passwords, to print and cut. */
    static byte[] passwords(List<ManagingPeople.NewPerson> people, Directory directory) {
        return written(
                book -> {
                    Worksheet sheet = book.newWorksheet("初始密码");
                    heading(sheet, List.of("部门", "姓名", "用户名", "初始密码"));
                    fill(
                            sheet,
                            0,
                            people.stream()
                                    .map(
                                            p ->
                                                    List.of(
                                                            directory.departmentName(
                                                                    p.departmentId()),
                                                            p.name(),
                                                            p.userName(),
                                                            p.initialPassword()))
                                    .toList());
                });
    }

    private static void heading(Worksheet sheet, List<String> titles) {
        for (int i = 0; i < titles.size(); i++) {
            sheet.value(0, i, titles.get(i));
            sheet.style(0, i).bold().set();
            sheet.width(i, titles.get(i).isEmpty() ? 4 : 20);
        }
        sheet.freezePane(0, 1);
    }

    private static void fill(Worksheet sheet, int column, List<List<String>> rows) {
        for (int row = 0; row < rows.size(); row++) {
            for (int i = 0; i < rows.get(row).size(); i++) {
                sheet.value(row + 1, column + i, rows.get(row).get(i));
            }
        }
    }

    /** Puts sheets into a book. */
    private interface Filling {
        void fill(Workbook book);
    }

    private static byte[] written(Filling filling) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "Kedang", "1.0")) {
            filling.fill(book);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static Problem unreadable() {
        return Problem.of(IdentityProblem.SHEET_UNREADABLE);
    }
}
