package org.kedang.calendar;

import jakarta.validation.Validator;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import org.kedang.calendar.SpecialDay.Kind;
import org.kedang.kernel.BoundedZip;
import org.kedang.kernel.KernelProblem;
import org.kedang.kernel.Problem;
import org.springframework.stereotype.Component;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A year's special days as a sheet: 日期, 类型, 名称, one day per row; Excel or CSV. */
@Component
class CalendarSheet {
    private static final int MOST_ROWS = 366;
    private static final int MOST_FAULTS = 20;
    private static final List<String> HEADINGS = List.of("日期", "类型", "名称");
    private static final List<String> ENGLISH = List.of("date", "kind", "name");
    private static final Pattern DATE =
            Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?(?:[T ]00:00.*)?");
    private static final Map<String, Kind> KINDS =
            Map.of(
                    "休", Kind.OFF, "放假", Kind.OFF, "假", Kind.OFF, "OFF", Kind.OFF, "班", Kind.WORK,
                    "上班", Kind.WORK, "调休上班", Kind.WORK, "WORK", Kind.WORK);

    private record Line(int number, String date, String kind, String name) {}

    private final Validator validator;

    CalendarSheet(Validator validator) {
        this.validator = validator;
    }

    /** The days of the sheet, which must all lie in the year, each once. */
    List<SpecialDay> read(int year, byte[] file) {
        List<Line> lines =
                file.length > 1 && file[0] == 'P' && file[1] == 'K' ? excel(file) : csv(file);
        if (lines.isEmpty() || lines.size() > MOST_ROWS) {
            throw unreadable();
        }
        Problem faults = Problem.of(KernelProblem.INVALID_INPUT);
        Set<LocalDate> seen = new HashSet<>();
        List<SpecialDay> days = new ArrayList<>();
        for (Line line : lines) {
            SpecialDay day = day(line, year, seen, faults);
            if (day != null) {
                days.add(day);
            }
        }
        if (!faults.fields().isEmpty()) {
            throw faults;
        }
        return days;
    }

    private @Nullable SpecialDay day(Line line, int year, Set<LocalDate> seen, Problem faults) {
        LocalDate date = date(line.date());
        Kind kind = KINDS.get(line.kind());
        if (date == null || date.getYear() != year) {
            return fault(
                    faults,
                    line,
                    "date",
                    "“%s”不是 %d 年的日期".formatted(line.date(), year),
                    "\"%s\" is no date in %d".formatted(line.date(), year));
        }
        if (!seen.add(date)) {
            return fault(faults, line, "twice", date + " 出现两次", date + " stands there twice");
        }
        if (kind == null) {
            return fault(
                    faults,
                    line,
                    "kind",
                    "类型填“休”或“班”，不是“%s”".formatted(line.kind()),
                    "the kind is 休 or 班, not \"%s\"".formatted(line.kind()));
        }
        SpecialDay day = new SpecialDay(date, kind, line.name());
        return validator.validate(day).isEmpty()
                ? day
                : fault(
                        faults,
                        line,
                        "name",
                        "名称须填，至多 40 字",
                        "a name of at most 40 characters is needed");
    }

    private static @Nullable SpecialDay fault(
            Problem faults, Line line, String slug, String zh, String en) {
        if (faults.fields().size() < MOST_FAULTS) {
            faults.field(
                    "row" + line.number(),
                    slug,
                    "第 " + line.number() + " 行：" + zh,
                    "Row " + line.number() + ": " + en);
        }
        return null;
    }

    private static @Nullable LocalDate date(String text) {
        Matcher parts = DATE.matcher(text);
        if (!parts.matches()) {
            return null;
        }
        try {
            return LocalDate.of(number(parts, 1), number(parts, 2), number(parts, 3));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static int number(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }

    private static List<Line> csv(byte[] file) {
        List<List<String>> rows =
                decoded(file)
                        .lines()
                        .limit(MOST_ROWS + 2L)
                        .map(
                                row ->
                                        Arrays.stream(row.split("[,\t;，]", -1))
                                                .map(CalendarSheet::plain)
                                                .toList())
                        .toList();
        return lines(rows);
    }

    private static String plain(String cell) {
        String text = cell.strip();
        return text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")
                ? text.substring(1, text.length() - 1).strip()
                : text;
    }

    /** Excel in China saves CSV as GB 18030, everything else as UTF-8. */
    private static String decoded(byte[] file) {
        for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
            try {
                String text = charset.newDecoder().decode(ByteBuffer.wrap(file)).toString();
                return text.startsWith("\uFEFF") ? text.substring(1) : text;
            } catch (CharacterCodingException e) {
                // the next charset then
            }
        }
        throw unreadable();
    }

    private static List<Line> excel(byte[] file) {
        try (ReadableWorkbook book =
                        new ReadableWorkbook(new ByteArrayInputStream(BoundedZip.repacked(file)));
                Stream<Row> rows = book.getFirstSheet().openStream()) {
            return lines(
                    rows.limit(MOST_ROWS + 2L)
                            .map(row -> Stream.of(0, 1, 2).map(i -> text(row, i)).toList())
                            .toList());
        } catch (IOException
                | UncheckedIOException
                | ExcelReaderException
                | IndexOutOfBoundsException
                | IllegalArgumentException
                | NullPointerException e) { // the reader answers broken files with any of these
            throw unreadable();
        }
    }

    private static String text(Row row, int index) {
        return row.getOptionalCell(index).map(CalendarSheet::text).orElse("");
    }

    /** A date is a number in Excel. */
    private static String text(Cell cell) {
        return cell.getType() == CellType.NUMBER
                ? cell.asDate().toLocalDate().toString()
                : cell.getText().strip();
    }

    private static List<Line> lines(List<List<String>> rows) {
        if (rows.isEmpty() || !isHeading(rows.getFirst())) {
            throw unreadable();
        }
        List<Line> lines = new ArrayList<>();
        for (int i = 1; i < rows.size(); i++) {
            List<String> row = rows.get(i);
            if (row.stream().anyMatch(cell -> !cell.isEmpty())) {
                lines.add(new Line(i + 1, cell(row, 0), cell(row, 1), cell(row, 2)));
            }
        }
        return lines;
    }

    private static boolean isHeading(List<String> row) {
        return Stream.of(HEADINGS, ENGLISH)
                .anyMatch(
                        titles ->
                                Stream.of(0, 1, 2)
                                        .allMatch(i -> cell(row, i).startsWith(titles.get(i))));
    }

    private static String cell(List<String> row, int index) {
        return index < row.size() ? row.get(index) : "";
    }

    byte[] write(int year, List<SpecialDay> days) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "Kedang", "1.0")) {
            Worksheet sheet = book.newWorksheet(Integer.toString(year));
            for (int i = 0; i < HEADINGS.size(); i++) {
                sheet.value(0, i, HEADINGS.get(i));
                sheet.style(0, i).bold().set();
                sheet.width(i, 16);
            }
            for (int i = 0; i < days.size(); i++) {
                sheet.value(i + 1, 0, days.get(i).day().toString());
                sheet.value(i + 1, 1, days.get(i).kind().mark());
                sheet.value(i + 1, 2, days.get(i).name());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static Problem unreadable() {
        return Problem.of(CalendarProblem.SHEET_UNREADABLE);
    }
}
