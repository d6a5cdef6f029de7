package org.kedang.document;

import org.kedang.kernel.Problem;

import java.util.function.Supplier;

/**
 * What the virus scanner says of a content. Only {@link Clean} says that it was scanned and nothing
 * was found.
 */
public sealed interface VirusVerdict {

    /**
     * Lets pass what is clean, and everything where there is no scanner.
     *
     * @param infected refuses what a virus was found in
     * @param unscanned refuses what the scanner did not take
     */
    default void requireClean(Supplier<Problem> infected, Supplier<Problem> unscanned) {
        switch (this) {
            case Off off -> {}
            case Clean clean -> {}
            case Infected found -> throw infected.get();
            case TooLarge tooLarge -> throw unscanned.get();
            case Down down -> throw unscanned.get();
        }
    }

    /** No scanner is configured. */
    record Off() implements VirusVerdict {}

    /** Scanned, nothing found. */
    record Clean() implements VirusVerdict {}

    /**
     * @param name the signature that matched
     */
    record Infected(String name) implements VirusVerdict {}

    /** The content is larger than the scanner takes ({@code StreamMaxLength} of clamd). */
    record TooLarge() implements VirusVerdict {}

    /** A scanner is configured and did not answer. */
    record Down(String reason) implements VirusVerdict {}
}
