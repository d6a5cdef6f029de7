package org.kedang.customer;

import org.jspecify.annotations.Nullable;
import org.kedang.audit.Audit;
import org.kedang.audit.Entry;
import org.kedang.identity.FieldAccess;
import org.kedang.identity.SensitiveField;
import org.kedang.identity.Visibilities;
import org.kedang.identity.Visibility;
import org.kedang.kernel.Actor;
import org.kedang.kernel.KernelProblem;
import org.kedang.kernel.Permission;
import org.kedang.kernel.Problem;
import org.springframework.stereotype.Service;

import java.util.UUID;

/** Shows one masked value at a time; each time is a deed of its own in the log. */
@Service
public class Revealing {
    private final Customers customers;
    private final Visibilities visibilities;
    private final Audit audit;

    Revealing(Customers customers, Visibilities visibilities, Audit audit) {
        this.customers = customers;
        this.visibilities = visibilities;
        this.audit = audit;
    }

    /**
     * The clear value, after the log has it; {@code null} if there is none.
     *
     * @throws Problem {@code not-found}, {@code not-permitted}, {@code field-not-yours} for a field
     *     that is hidden
     */
    public @Nullable String reveal(
            Actor actor, UUID id, SensitiveField field, @Nullable String reason) {
        Visibility read = visibilities.of(actor, Permission.CUSTOMER_READ);
        Customer customer =
                customers
                        .findById(id)
                        .filter(c -> includes(read, c))
                        .orElseThrow(Problem::notFound);
        Entry entry =
                Entry.of(actor, CustomerAct.REVEALED)
                        .subject("customer", id, customer.name())
                        .customer(id)
                        .changed(
                                field.property(),
                                null,
                                field.masked(customer.fields().sensitive(field)))
                        .reason(reason);
        if (!includes(visibilities.of(actor, Permission.SENSITIVE_REVEAL), customer)) {
            audit.recordRead(entry.refused());
            throw Problem.of(KernelProblem.NOT_PERMITTED);
        }
        if (read.fields().of(field) == FieldAccess.HIDDEN) {
            audit.recordRead(entry.refused());
            throw Problem.of(CustomerProblem.FIELD_NOT_YOURS);
        }
        audit.recordRead(entry);
        return customer.fields().sensitive(field);
    }

    private static boolean includes(Visibility visibility, Customer customer) {
        return visibility.includesCustomer(
                customer.id(), customer.ownerId(), customer.departmentId());
    }
}
