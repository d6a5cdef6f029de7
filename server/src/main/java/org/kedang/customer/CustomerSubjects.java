package org.kedang.customer;

import org.kedang.audit.AuditedSubjects;
import org.kedang.identity.Visibilities;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Permission;
import org.springframework.stereotype.Component;

import java.util.UUID;

/** A customer's events are for those who may see the customer. */
@Component
class CustomerSubjects implements AuditedSubjects {
    private final CustomerRecords records;
    private final Visibilities visibilities;

    CustomerSubjects(CustomerRecords records, Visibilities visibilities) {
        this.records = records;
        this.visibilities = visibilities;
    }

    @Override
    public boolean mayRead(Actor actor, UUID subject) {
        return records.findSummary(subject, visibilities.of(actor, Permission.CUSTOMER_READ))
                .isPresent();
    }
}
