package canary.upper;

/** What the lower floor must not know. */
public record Upper(String name) {}
