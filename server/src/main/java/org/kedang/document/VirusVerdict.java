package org.kedang.document;

/**
 * What the virus scanner says of a content. Only {@link Clean} says that it was scanned and nothing
 * was found.
 */
public sealed interface VirusVerdict {

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
