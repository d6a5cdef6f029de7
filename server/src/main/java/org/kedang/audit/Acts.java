package org.kedang.audit;

import java.util.List;

/** The deeds of one module, published as a bean so that events can be shown in words. */
public record Acts(List<Act> all) {
    public static Acts of(Act... acts) {
        return new Acts(List.of(acts));
    }
}
