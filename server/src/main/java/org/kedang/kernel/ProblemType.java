package org.kedang.kernel;

/**
 * A kind of refusal, told to people in both languages. Each module keeps its own in one enum.
 *
 * <p>Texts say what happened and what to do; {@code {0}}, {@code {1}} … stand for the arguments.
 */
public interface ProblemType {
    /** Kebab-case name, unique in the whole system, by which clients tell refusals apart. */
    String slug();

    /** HTTP status code. */
    int status();

    String zh();

    String en();
}
