package org.kedang.notice;

/**
 * What is told. Its words leave the house by mail and robots: they name what is to be done and by
 * which number it is found, never what stands in a customer's profile or in an archive.
 *
 * @param key which event it tells of; nobody is told twice of the same kind and key
 * @param link where in the client to go on, {@code /alerts}
 */
public record Message(String key, Wording title, Wording text, String link) {
    /** The same in both languages. */
    public record Wording(String zh, String en) {}

    public Message {
        if (!link.startsWith("/") || link.startsWith("//")) {
            throw new IllegalArgumentException("Not within the client: " + link);
        }
    }
}
