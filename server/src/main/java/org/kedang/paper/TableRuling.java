package org.kedang.paper;

import org.kedang.paper.Table.Cell;

import java.util.ArrayList;
import java.util.List;

/** Draws a table row by row; a row goes over to the next page whole if a page can hold it. */
final class TableRuling {
    /** Between a rule and the text, in points. */
    private static final float ABOVE = 4;

    private static final float BESIDE = 6;

    /** So many lines stand at least together before the page ends. */
    private static final int TOGETHER = 2;

    private record Placed(float from, float width, Ink ink, List<String> lines) {}

    private final Paper paper;
    private final Table table;
    private final List<Cell> headings;

    TableRuling(Paper paper, Table table) {
        this.paper = paper;
        this.table = table;
        this.headings = table.headings().stream().map(Cell::label).toList();
    }

    void draw() {
        if (!headings.isEmpty() && !table.rows().isEmpty()) {
            float first = height(headings) + height(table.rows().getFirst());
            if (paper.left() < first && first <= Paper.BOTTOM - Paper.TOP) {
                paper.turn();
            }
            row(headings, List.of());
        }
        table.rows().forEach(row -> row(row, headings));
    }

    /**
     * Draws a row.
     *
     * @param above to be drawn first where a page begins
     */
    private void row(List<Cell> row, List<Cell> above) {
        List<Placed> cells = placed(row);
        int all = cells.stream().mapToInt(cell -> cell.lines().size()).max().orElse(1);
        int done = 0;
        while (done < all) {
            int room = Math.min(all - done, room(paper.left()));
            boolean whole = all <= room(Paper.BOTTOM - Paper.TOP - height(above));
            boolean turns = whole ? room < all : room < Math.min(TOGETHER, all - done);
            if (turns && paper.top() > Paper.TOP + height(above)) {
                paper.turn();
                if (!above.isEmpty()) {
                    row(above, List.of());
                }
            } else {
                done += slice(cells, done, Math.max(room, 1));
            }
        }
    }

    private float height(List<Cell> row) {
        int lines = placed(row).stream().mapToInt(cell -> cell.lines().size()).max().orElse(0);
        return lines == 0 ? 0 : lines * Ink.BODY.leading() + 2 * ABOVE;
    }

    /** How many lines fit between two rules. */
    private static int room(float points) {
        return (int) Math.floor((points - 2 * ABOVE + 0.01) / Ink.BODY.leading());
    }

    /** Draws so many lines of each cell, and rules around them. */
    private int slice(List<Placed> cells, int from, int count) {
        float height = count * Ink.BODY.leading() + 2 * ABOVE;
        for (Placed cell : cells) {
            if (cell.ink() == Ink.LABEL) {
                paper.fill(cell.from(), paper.top(), cell.width(), height, Ink.SHADE);
            }
            paper.frame(cell.from(), paper.top(), cell.width(), height);
            float line = paper.top() + ABOVE;
            for (int i = from; i < Math.min(from + count, cell.lines().size()); i++) {
                paper.text(cell.lines().get(i), cell.from() + BESIDE, line, cell.ink());
                line += Ink.BODY.leading();
            }
        }
        paper.down(height);
        return count;
    }

    private List<Placed> placed(List<Cell> row) {
        float unit = Paper.WIDTH / table.columns().stream().mapToInt(one -> one).sum();
        List<Placed> cells = new ArrayList<>();
        float from = Paper.LEFT;
        int column = 0;
        for (Cell cell : row) {
            int wide = 0;
            for (int i = 0; i < cell.span(); i++) {
                wide += table.columns().get(column++);
            }
            Ink ink = cell.label() ? Ink.LABEL : Ink.BODY;
            float width = wide * unit;
            cells.add(
                    new Placed(
                            from, width, ink, paper.lines(cell.text(), width - 2 * BESIDE, ink)));
            from += width;
        }
        return cells;
    }
}
