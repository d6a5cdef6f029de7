package org.kedang.customer;

import org.kedang.kernel.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.util.Collection;
import java.util.UUID;

/** Gives single customers to another owner, for modules that decide about it. */
@Component
public class ReassigningCustomers {
    private final EntrustingCustomers entrusting;

    ReassigningCustomers(EntrustingCustomers entrusting) {
        this.entrusting = entrusting;
    }

    /** They are the other person's from now on, in the present transaction; kept in the log. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void reassign(
            Actor by, Collection<UUID> customers, UUID owner, UUID department, String reason) {
        entrusting.entrust(by, customers, owner, department, reason);
    }
}
