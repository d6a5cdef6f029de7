package org.kedang.kernel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A refusal the caller can understand and act on; becomes an RFC 9457 problem. */
public final class Problem extends RuntimeException {
    /**
     * What is wrong with one field of the input.
     *
     * @param name path of the field in the request
     * @param slug kebab-case kind of the mistake
     * @param zh what to do, in Chinese
     * @param en what to do, in English
     */
    public record Field(String name, String slug, String zh, String en) {}

    private final transient ProblemType type;
    private final transient Object[] arguments;
    private final transient List<Field> fields = new ArrayList<>();
    private final transient Map<String, Object> extras = new LinkedHashMap<>();

    private Problem(ProblemType type, Object... arguments) {
        super(type.slug(), null, false, false);
        this.type = type;
        this.arguments = arguments;
    }

    public static Problem of(ProblemType type, Object... arguments) {
        return new Problem(type, arguments);
    }

    public static Problem notFound() {
        return of(KernelProblem.NOT_FOUND);
    }

    /** Invalid input with one wrong field. */
    public static Problem invalid(String name, String slug, String zh, String en) {
        return of(KernelProblem.INVALID_INPUT).field(name, slug, zh, en);
    }

    public Problem field(String name, String slug, String zh, String en) {
        fields.add(new Field(name, slug, zh, en));
        return this;
    }

    /** Adds a member to the problem's body, for clients that can do something with it. */
    public Problem with(String name, Object value) {
        extras.put(name, value);
        return this;
    }

    public ProblemType type() {
        return type;
    }

    public String zh() {
        return fill(type.zh());
    }

    public String en() {
        return fill(type.en());
    }

    public List<Field> fields() {
        return List.copyOf(fields);
    }

    public Map<String, Object> extras() {
        return Map.copyOf(extras);
    }

    private String fill(String text) {
        String filled = text;
        for (int i = 0; i < arguments.length; i++) {
            filled = filled.replace("{" + i + "}", String.valueOf(arguments[i]));
        }
        return filled;
    }
}
