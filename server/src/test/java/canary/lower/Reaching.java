package canary.lower;

import canary.upper.Upper;

/** Breaks the rule on purpose. */
public record Reaching(Upper upper) {}
