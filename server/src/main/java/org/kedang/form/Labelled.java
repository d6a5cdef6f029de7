package org.kedang.form;

import org.jspecify.annotations.Nullable;

/** One of a few choices, called the same wherever people read it. */
public interface Labelled {
    Label label();

    /** In Chinese; empty for none. */
    static String zh(@Nullable Labelled one) {
        return one == null ? "" : one.label().zh();
    }
}
