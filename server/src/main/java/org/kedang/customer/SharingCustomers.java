package org.kedang.customer;

import org.kedang.identity.Shareable;
import org.kedang.identity.Visibilities;
import org.kedang.kernel.Actor;
import org.kedang.kernel.KernelProblem;
import org.kedang.kernel.Permission;
import org.kedang.kernel.Problem;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who may open a customer to others: whoever may change it and holds the right to share there. */
@Component
class SharingCustomers implements Shareable {
    private final CustomerRecords records;
    private final Visibilities visibilities;

    SharingCustomers(CustomerRecords records, Visibilities visibilities) {
        this.records = records;
        this.visibilities = visibilities;
    }

    @Override
    public Kind kind() {
        return Kind.CUSTOMER;
    }

    @Override
    public Thing requireMayShare(Actor actor, UUID id) {
        CustomerSummary customer = find(actor, id).orElseThrow(Problem::notFound);
        boolean permitted =
                List.of(Permission.CUSTOMER_WRITE, Permission.ACCESS_GRANT).stream()
                        .map(permission -> visibilities.of(actor, permission))
                        .allMatch(
                                reach ->
                                        reach.includesCustomer(
                                                id, customer.ownerId(), customer.departmentId()));
        if (!permitted) {
            throw Problem.of(KernelProblem.NOT_PERMITTED);
        }
        return new Thing(id, customer.name(), id);
    }

    @Override
    public Optional<String> findTitle(Actor actor, UUID id) {
        return find(actor, id).map(CustomerSummary::name);
    }

    private Optional<CustomerSummary> find(Actor actor, UUID id) {
        return records.findSummary(id, visibilities.of(actor, Permission.CUSTOMER_READ));
    }
}
