package org.kedang.audit;

import org.jspecify.annotations.Nullable;

/** How one field was before and after; sensitive values are masked by whoever makes it. */
public record Change(String field, @Nullable String before, @Nullable String after) {}
