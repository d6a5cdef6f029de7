package org.kedang.paper;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Parts text into lines by Unicode's rules (UAX #14): Chinese anywhere but before closing and after
 * opening marks, words of other languages whole where they fit.
 */
final class LineBreaks {
    private final ToDoubleFunction<String> width;
    private final double room;
    private final List<String> lines = new ArrayList<>();
    private StringBuilder line = new StringBuilder();

    private LineBreaks(ToDoubleFunction<String> width, double room) {
        this.width = width;
        this.room = room;
    }

    /**
     * At least one line, none wider than the room unless a single character is.
     *
     * @param width how far text reaches
     */
    static List<String> of(String text, double room, ToDoubleFunction<String> width) {
        LineBreaks breaks = new LineBreaks(width, room);
        text.strip().lines().forEach(breaks::paragraph);
        return breaks.lines.isEmpty() ? List.of("") : List.copyOf(breaks.lines);
    }

    private void paragraph(String text) {
        BreakIterator places = BreakIterator.getLineInstance(ULocale.CHINA);
        places.setText(text);
        int from = places.first();
        for (int to = places.next(); to != BreakIterator.DONE; to = places.next()) {
            add(text.substring(from, to));
            from = to;
        }
        end();
    }

    private void add(String piece) {
        if (!fits(line + piece.stripTrailing()) && !line.isEmpty()) {
            end();
        }
        if (fits(piece.stripTrailing())) {
            line.append(piece);
        } else {
            piece.codePoints().forEach(this::addCharacter);
        }
    }

    /** Of a word that is wider than the line. */
    private void addCharacter(int one) {
        String character = Character.toString(one);
        if (!line.isEmpty() && !fits(line + character)) {
            end();
        }
        line.append(character);
    }

    private boolean fits(String text) {
        return width.applyAsDouble(text) <= room;
    }

    private void end() {
        lines.add(line.toString().stripTrailing());
        line = new StringBuilder();
    }
}
