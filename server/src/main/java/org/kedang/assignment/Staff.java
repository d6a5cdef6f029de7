package org.kedang.assignment;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What rules ask about people. */
interface Staff {
    /** Whether the person may act and could look after a customer of his own. */
    boolean isEntitled(UUID person);

    /** Those of the department and below that are entitled. */
    List<UUID> entitledOf(UUID department);

    /** How many customers each of them looks after. */
    Map<UUID, Long> loads(List<UUID> people);

    LocalDate joined(UUID person);
}
