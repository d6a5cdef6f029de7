package org.kedang.kernel;

/** A kind of refusal, told to people in both languages. Each module keeps its own in one enum. */
public interface ProblemType {
    /**
     * What a refusal says: what happened and what to do; {@code {0}}, {@code {1}} … stand for the
     * arguments.
     *
     * @param slug kebab-case name, unique in the whole system, by which clients tell refusals apart
     * @param status HTTP status code
     */
    record Words(String slug, int status, String zh, String en) {}

    Words words();

    default String slug() {
        return words().slug();
    }

    default int status() {
        return words().status();
    }

    default String zh() {
        return words().zh();
    }

    default String en() {
        return words().en();
    }
}
