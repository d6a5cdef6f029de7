package org.kedang.approval;

import java.util.ArrayList;
import java.util.List;

/** What is found in a drawing, from above. */
final class ProcessFindings {
    private final List<ProcessFinding> all = new ArrayList<>();

    /** What keeps it from running. */
    void error(String part, String zh, String en) {
        all.add(new ProcessFinding(part, true, zh, en));
    }

    /** What can run, and is likely not meant. */
    void warn(String part, String zh, String en) {
        all.add(new ProcessFinding(part, false, zh, en));
    }

    List<ProcessFinding> all() {
        return List.copyOf(all);
    }
}
