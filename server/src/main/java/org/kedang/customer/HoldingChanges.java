package org.kedang.customer;

import org.jspecify.annotations.Nullable;
import org.kedang.kernel.Actor;

import java.util.List;
import java.util.Set;

/** A module that lets changes of some fields wait until they were checked; a Spring bean. */
public interface HoldingChanges {
    /** Those of the changed fields that must wait. */
    Set<String> held(Set<String> changed);

    /**
     * Keeps what waits, in the transaction that changes all other fields of the record.
     *
     * @throws org.kedang.kernel.Problem if it cannot wait; then nothing is changed
     */
    void hold(Actor by, CustomerSummary customer, List<HeldValue> values, @Nullable String reason);
}
