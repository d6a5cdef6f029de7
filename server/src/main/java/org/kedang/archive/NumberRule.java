package org.kedang.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How archival numbers of a category are formed (DA/T 13-2022): text and elements in braces, ending
 * in the run, {@code {fonds}-{category}·{year}-{period}-{department}-{number:4}}.
 *
 * <p>All before the run is the prefix, and each prefix has a run of its own, so that two numbers
 * are equal only if prefix and run are. The run grows beyond its width rather than start again.
 */
public final class NumberRule {
    /** What a number may be made of, besides its run. */
    public enum Element {
        FONDS,
        CATEGORY,
        YEAR,
        PERIOD,
        DEPARTMENT;

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private sealed interface Part {
        record Text(String text) implements Part {}

        record Filled(Element element) implements Part {}
    }

    private static final Pattern BRACES = Pattern.compile("\\{([^{}]*)}");
    private static final Pattern RUN = Pattern.compile("number:([1-9])");

    private final List<Part> parts;
    private final int width;

    private NumberRule(List<Part> parts, int width) {
        this.parts = List.copyOf(parts);
        this.width = width;
    }

    /**
     * Reads a rule.
     *
     * @throws IllegalArgumentException if an element is unknown, or the rule does not end in one
     *     run {@code {number:1}} to {@code {number:9}} behind a character that is no digit; only
     *     then are numbers unique
     */
    public static NumberRule parse(String template) {
        List<Part> parts = new ArrayList<>();
        Matcher braces = BRACES.matcher(template);
        int width = 0;
        int end = 0;
        while (braces.find()) {
            addText(parts, template.substring(end, braces.start()));
            end = braces.end();
            Matcher run = RUN.matcher(braces.group(1));
            if (run.matches()) {
                width = width == 0 ? Integer.parseInt(run.group(1)) : refuse(template);
            } else {
                parts.add(new Part.Filled(element(braces.group(1), template)));
            }
        }
        boolean endsInRun = width > 0 && end == template.length() && template.endsWith("}");
        if (!endsInRun || !template.matches(".*\\{number:[1-9]}") || !endsInSeparator(parts)) {
            refuse(template);
        }
        return new NumberRule(parts, width);
    }

    /** What stands before the run. */
    public String prefix(Map<Element, String> values) {
        StringBuilder prefix = new StringBuilder();
        for (Part part : parts) {
            switch (part) {
                case Part.Text(String text) -> prefix.append(text);
                case Part.Filled(Element element) -> prefix.append(value(values, element));
            }
        }
        return prefix.toString();
    }

    /**
     * A whole number.
     *
     * @param run counts from 1
     */
    public String number(String prefix, long run) {
        if (run < 1) {
            throw new IllegalArgumentException("Runs count from 1, not " + run);
        }
        String digits = Long.toString(run);
        return prefix + "0".repeat(Math.max(0, width - digits.length())) + digits;
    }

    private static String value(Map<Element, String> values, Element element) {
        String value = values.get(element);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("No value for " + element.word());
        }
        return value;
    }

    private static void addText(List<Part> parts, String text) {
        if (text.contains("{") || text.contains("}")) {
            refuse(text);
        }
        if (!text.isEmpty()) {
            parts.add(new Part.Text(text));
        }
    }

    private static Element element(String word, String template) {
        for (Element element : Element.values()) {
            if (element.word().equals(word)) {
                return element;
            }
        }
        refuse(template);
        throw new AssertionError(word);
    }

    private static boolean endsInSeparator(List<Part> parts) {
        return !parts.isEmpty()
                && parts.getLast() instanceof Part.Text(String text)
                && !Character.isDigit(text.codePointBefore(text.length()));
    }

    private static int refuse(String template) {
        throw new IllegalArgumentException(
                "Not a number rule: \"%s\". Elements: fonds, category, year, period, department; last {number:1..9} behind a separator."
                        .formatted(template));
    }
}
