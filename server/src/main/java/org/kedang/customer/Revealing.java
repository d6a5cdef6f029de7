package org.kedang.customer;

import org.jspecify.annotations.Nullable;
import org.kedang.audit.Audit;
import org.kedang.audit.Entry;
import org.kedang.customfield.CustomField;
import org.kedang.customfield.ShowingValues;
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
    private final ShowingValues values;
    private final Audit audit;

    Revealing(Customers customers, Visibilities visibilities, ShowingValues values, Audit audit) {
        this.customers = customers;
        this.visibilities = visibilities;
        this.values = values;
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
        Customer customer = get(read, id);
        Entry entry =
                about(actor, customer)
                        .changed(
                                field.property(),
                                null,
                                field.masked(customer.fields().sensitive(field)))
                        .reason(reason);
        record(actor, customer, entry, read.fields().of(field));
        return customer.fields().sensitive(field);
    }

    /**
     * The clear value of a sensitive custom field, after the log has it; {@code null} if there is
     * none.
     *
     * @throws Problem {@code not-found} also if the field is not sensitive, {@code not-permitted},
     *     {@code field-not-yours}
     */
    public @Nullable Object revealCustom(
            Actor actor, UUID id, String name, @Nullable String reason) {
        Visibility read = visibilities.of(actor, Permission.CUSTOMER_READ);
        Customer customer = get(read, id);
        CustomField field =
                values.find(CustomerRecordType.CODE, name)
                        .filter(CustomField::sensitive)
                        .orElseThrow(Problem::notFound);
        Entry entry =
                about(actor, customer)
                        .changed(field.field().label().zh(), null, ShowingValues.MASK)
                        .reason(reason);
        record(actor, customer, entry, values.access(read.fields()));
        return customer.custom().get(name);
    }

    private Customer get(Visibility read, UUID id) {
        return customers.findById(id).filter(c -> includes(read, c)).orElseThrow(Problem::notFound);
    }

    private static Entry about(Actor actor, Customer customer) {
        return Entry.of(actor, CustomerAct.REVEALED)
                .subject("customer", customer.id(), customer.name())
                .customer(customer.id());
    }

    private void record(Actor actor, Customer customer, Entry entry, FieldAccess access) {
        if (!includes(visibilities.of(actor, Permission.SENSITIVE_REVEAL), customer)) {
            audit.recordRead(entry.refused());
            throw Problem.of(KernelProblem.NOT_PERMITTED);
        }
        if (access == FieldAccess.HIDDEN) {
            audit.recordRead(entry.refused());
            throw Problem.of(CustomerProblem.FIELD_NOT_YOURS);
        }
        audit.recordRead(entry);
    }

    private static boolean includes(Visibility visibility, Customer customer) {
        return visibility.includesCustomer(
                customer.id(), customer.ownerId(), customer.departmentId());
    }
}
