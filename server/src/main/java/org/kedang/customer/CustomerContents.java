package org.kedang.customer;

import org.kedang.form.Label;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What a module keeps about customers beside their record; declared as a Spring bean. Without it a
 * customer can be neither deleted nor given a copy of what is kept.
 */
public interface CustomerContents {
    Label name();

    long count(UUID customer);

    /** Values as people read them, by the field's Chinese name, for the customer's own copy. */
    List<Map<String, Object>> copy(UUID customer);

    /** Why the customer cannot be deleted yet. */
    default Optional<Label> hindrance(UUID customer) {
        return Optional.empty();
    }

    /** Removes all of it in the transaction that deletes the customer. */
    void erase(UUID customer);
}
