package org.kedang.paper;

import java.util.List;

/**
 * A ruled table over the whole width of the page.
 *
 * @param columns how wide each is beside the others
 * @param headings stand again on every page on which the table goes on; may be none
 */
public record Table(List<Integer> columns, List<String> headings, List<List<Cell>> rows) {
    /**
     * One cell.
     *
     * @param span over how many columns it reaches
     * @param label whether it names what stands beside or below it
     */
    public record Cell(String text, int span, boolean label) {
        public static Cell of(String text) {
            return new Cell(text, 1, false);
        }

        /** Names what stands beside it. */
        public static Cell label(String text) {
            return new Cell(text, 1, true);
        }

        public static Cell across(int columns, String text) {
            return new Cell(text, columns, false);
        }
    }

    public Table {
        columns = List.copyOf(columns);
        headings = List.copyOf(headings);
        rows = rows.stream().map(List::copyOf).toList();
    }
}
