package org.kedang.grading;

import java.util.List;
import java.util.Optional;

/** A module that knows something about customers by which they can be graded; a Spring bean. */
public interface GradeFacts {
    /** What new rules may look at now. */
    List<GradeFact> list();

    /** What rules looked at once and new ones may no more; they go on without a fault. */
    default Optional<GradeFact> findKept(String code) {
        return Optional.empty();
    }
}
