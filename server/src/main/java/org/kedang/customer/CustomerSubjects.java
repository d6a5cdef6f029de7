package org.kedang.customer;

import org.jspecify.annotations.Nullable;
import org.kedang.audit.AuditTrail.AuditEvent;
import org.kedang.audit.AuditedSubjects;
import org.kedang.audit.Change;
import org.kedang.identity.FieldAccess;
import org.kedang.identity.FieldRights;
import org.kedang.identity.SensitiveField;
import org.kedang.identity.Visibilities;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Permission;
import org.kedang.kernel.SqlPredicate;
import org.springframework.stereotype.Component;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A customer's events are for those who may see the customer. */
@Component
class CustomerSubjects implements AuditedSubjects {
    private final CustomerRecords records;
    private final Customers customers;
    private final Visibilities visibilities;

    CustomerSubjects(CustomerRecords records, Customers customers, Visibilities visibilities) {
        this.customers = customers;
        this.records = records;
        this.visibilities = visibilities;
    }

    @Override
    public Optional<Subject> find(UUID id) {
        return customers.findById(id).map(some -> new Subject("customer", id, null, id));
    }

    @Override
    public boolean mayRead(Actor actor, UUID subject) {
        return records.findSummary(subject, visibilities.of(actor, Permission.CUSTOMER_READ))
                .isPresent();
    }

    /** Sensitive fields are masked, also where older entries hold them clear, or left out. */
    @Override
    public AuditEvent shown(Actor actor, AuditEvent event) {
        if (!"customer".equals(event.subjectType()) || event.changes().isEmpty()) {
            return event;
        }
        FieldRights fields = visibilities.of(actor, Permission.CUSTOMER_READ).fields();
        return event.withChanges(
                event.changes().stream().map(change -> shown(fields, change)).toList());
    }

    private static Change shown(FieldRights fields, Change change) {
        return SensitiveField.of(change.field())
                .map(
                        field ->
                                fields.of(field) == FieldAccess.HIDDEN
                                        ? new Change(change.field(), null, null)
                                        : new Change(
                                                change.field(),
                                                masked(field, change.before()),
                                                masked(field, change.after())))
                .orElse(change);
    }

    private static @Nullable String masked(SensitiveField field, @Nullable String value) {
        return value == null || value.isEmpty() ? value : field.masked(value);
    }

    @Override
    public Map<String, SqlPredicate> visible(Actor actor) {
        SqlPredicate customers =
                visibilities.of(actor, Permission.CUSTOMER_READ).customers("c").named("customer");
        return Map.of(
                "customer",
                new SqlPredicate(
                        "exists (select 1 from customer c where c.id = e.subject_id and %s)"
                                .formatted(customers.sql()),
                        customers.params()));
    }
}
