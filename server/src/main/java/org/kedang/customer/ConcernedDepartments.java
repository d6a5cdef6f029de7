package org.kedang.customer;

import java.util.Set;
import java.util.UUID;

/**
 * A module that knows which departments have to do with a customer, beside the one that looks after
 * it; declared as a Spring bean.
 */
public interface ConcernedDepartments {
    Set<UUID> departments(UUID customer);
}
