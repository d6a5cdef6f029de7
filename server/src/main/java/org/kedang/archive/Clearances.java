package org.kedang.archive;

import org.kedang.identity.SecrecyLevel;
import org.kedang.identity.Visibility;
import org.kedang.kernel.Problem;

/** Nobody makes something that is too secret for themselves. */
final class Clearances {
    private Clearances() {}

    /** The level, or a {@code secrecy-above-clearance} problem. */
    static SecrecyLevel within(Visibility visibility, SecrecyLevel level) {
        if (!level.isWithin(visibility.clearance())) {
            throw Problem.of(
                    ArchiveProblem.SECRECY_ABOVE_CLEARANCE,
                    level.zh() + " " + level.en(),
                    visibility.clearance().zh() + " " + visibility.clearance().en());
        }
        return level;
    }
}
