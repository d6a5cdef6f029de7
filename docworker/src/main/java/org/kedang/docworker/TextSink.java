package org.kedang.docworker;

import java.io.IOException;
import java.io.Writer;

/**
 * Collects text up to a limit. Control characters and unpaired surrogates become spaces (a database
 * refuses NUL), runs of blanks and of empty lines shrink to one.
 */
final class TextSink extends Writer {

    private final StringBuilder text = new StringBuilder();
    private final Budget budget;
    private final int limit;
    private boolean truncated;
    private char pendingHigh;

    TextSink(Budget budget) {
        this.budget = budget;
        this.limit = budget.limits().textChars();
    }

    boolean truncated() {
        return truncated;
    }

    boolean isBlank() {
        return text.chars().allMatch(Character::isWhitespace);
    }

    int length() {
        return text.length();
    }

    String text() {
        return text.toString().strip();
    }

    String textFrom(int start) {
        return text.substring(start);
    }

    /** Adds a line of its own. */
    void line(CharSequence line) throws IOException {
        write(line.toString());
        write("\n");
    }

    @Override
    public void write(char[] buffer, int offset, int length) throws IOException {
        budget.checkTime();
        for (int i = offset; i < offset + length; i++) {
            take(buffer[i]);
        }
        if (truncated) {
            throw new IOException("text limit reached");
        }
    }

    private void take(char c) {
        if (pendingHigh != 0) {
            char high = pendingHigh;
            pendingHigh = 0;
            if (Character.isLowSurrogate(c)) {
                put(high);
                put(c);
                return;
            }
            put(' ');
        }
        if (Character.isHighSurrogate(c)) {
            pendingHigh = c;
        } else if (Character.isLowSurrogate(c)) {
            put(' ');
        } else {
            blankOr(c);
        }
    }

    private void blankOr(char c) {
        if (c == '\n' || c == '\r' || c == '\f' || c == '\u2028' || c == '\u2029') {
            newLine();
        } else if (Character.isISOControl(c) || Character.isSpaceChar(c)) {
            if (!endsWith(' ') && !endsWith('\n')) {
                put(' ');
            }
        } else {
            put(c);
        }
    }

    private void newLine() {
        if (endsWith(' ')) {
            text.setLength(text.length() - 1);
        }
        boolean emptyLine =
                text.length() > 1 && text.charAt(text.length() - 2) == '\n' && endsWith('\n');
        if (!emptyLine && !text.isEmpty()) {
            put('\n');
        }
    }

    private void put(char c) {
        if (text.length() < limit) {
            text.append(c);
        } else if (!Character.isWhitespace(c)) {
            truncated = true;
        }
    }

    private boolean endsWith(char c) {
        return !text.isEmpty() && text.charAt(text.length() - 1) == c;
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
