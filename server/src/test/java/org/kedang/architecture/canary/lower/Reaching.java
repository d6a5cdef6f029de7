package org.kedang.architecture.canary.lower;

import org.kedang.architecture.canary.upper.Upper;

/** Breaks the rule on purpose. */
public record Reaching(Upper upper) {}
