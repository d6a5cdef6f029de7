package org.kedang.grading;

import java.util.List;

/** A module that knows something about customers by which they can be graded; a Spring bean. */
public interface GradeFacts {
    List<GradeFact> list();
}
