package org.kedang.customer;

import java.util.Set;
import java.util.UUID;

/**
 * A customer's record was changed; name, owner and department are those from now on.
 *
 * @param fields names of the fields that were changed
 */
public record CustomerChanged(
        UUID id,
        String number,
        String name,
        UUID ownerId,
        UUID departmentId,
        Set<String> fields,
        UUID by) {}
