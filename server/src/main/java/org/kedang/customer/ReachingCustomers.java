package org.kedang.customer;

import org.kedang.identity.Visibilities;
import org.kedang.kernel.Actor;
import org.kedang.kernel.KernelProblem;
import org.kedang.kernel.Permission;
import org.kedang.kernel.Problem;
import org.springframework.stereotype.Component;

import java.util.UUID;

/**
 * Whether a person may see or change a customer, for modules that keep something about customers.
 */
@Component
public class ReachingCustomers {
    private final CustomerRecords records;
    private final Visibilities visibilities;

    ReachingCustomers(CustomerRecords records, Visibilities visibilities) {
        this.records = records;
        this.visibilities = visibilities;
    }

    /**
     * @throws Problem {@code not-found} if there is none that the actor may see
     */
    public CustomerSummary get(Actor actor, UUID id) {
        return records.findSummary(id, visibilities.of(actor, Permission.CUSTOMER_READ))
                .orElseThrow(Problem::notFound);
    }

    /**
     * @throws Problem {@code not-found}, or {@code not-permitted} if the actor may see and not
     *     change it
     */
    public CustomerSummary getChangeable(Actor actor, UUID id) {
        CustomerSummary customer = get(actor, id);
        if (!visibilities
                .of(actor, Permission.CUSTOMER_WRITE)
                .includesCustomer(id, customer.ownerId(), customer.departmentId())) {
            throw Problem.of(KernelProblem.NOT_PERMITTED);
        }
        return customer;
    }
}
