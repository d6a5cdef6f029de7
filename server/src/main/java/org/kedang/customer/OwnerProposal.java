package org.kedang.customer;

import org.kedang.kernel.Actor;

import java.util.Optional;
import java.util.UUID;

/** Who gets a new customer whose owner nobody named; declared as a Spring bean. */
public interface OwnerProposal {
    /** Empty if whoever enters it keeps it. */
    Optional<UUID> propose(Actor registering, CustomerFields fields);
}
