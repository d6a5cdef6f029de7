package org.kedang.customer;

import org.jspecify.annotations.Nullable;
import org.kedang.identity.Visibilities;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Permission;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.util.Optional;
import java.util.UUID;

/**
 * Removes customers for good. Who may ask for it, who agrees and what is written down of it is for
 * others to say; what else is kept about the customer must be gone before.
 */
@Service
public class DeletingCustomer {
    /**
     * A customer that may be deleted.
     *
     * @param code the credit code or ID number by which others know it
     */
    public record Doomed(
            UUID id,
            long version,
            String number,
            CustomerType type,
            String name,
            @Nullable String code,
            UUID ownerId,
            UUID departmentId) {}

    private static final String SELECT =
            "select id, version, number, type, name, coalesce(credit_code, id_number) code,"
                    + " owner_id, department_id from customer where ";

    private final Customers customers;
    private final Visibilities visibilities;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;

    DeletingCustomer(
            Customers customers,
            Visibilities visibilities,
            ApplicationEventPublisher events,
            JdbcClient jdbc) {
        this.customers = customers;
        this.visibilities = visibilities;
        this.events = events;
        this.jdbc = jdbc;
    }

    /** The customer with this number, if the actor may change it. */
    public Optional<Doomed> find(Actor actor, String number) {
        return jdbc.sql(SELECT + "number = :number")
                .param("number", number)
                .query(Doomed.class)
                .optional()
                .filter(one -> mayChange(actor, one));
    }

    private boolean mayChange(Actor actor, Doomed one) {
        return visibilities
                .of(actor, Permission.CUSTOMER_WRITE)
                .includesCustomer(one.id(), one.ownerId(), one.departmentId());
    }

    /** The customer, whoever asks, which nobody else can change until this transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Doomed> lock(UUID id) {
        return jdbc.sql(SELECT + "id = :id for update")
                .param("id", id)
                .query(Doomed.class)
                .optional();
    }

    /** How many others belong to it; while there are some it is not removed. */
    public long countBranches(UUID id) {
        return jdbc.sql("select count(*) from customer where parent_id = :id")
                .param("id", id)
                .query(Long.class)
                .single();
    }

    /**
     * Removes the record; the index follows once the transaction has committed. The number is never
     * given again.
     *
     * @throws org.springframework.dao.DataIntegrityViolationException if something still refers to
     *     it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void erase(UUID id) {
        customers.deleteById(id);
        customers.flush();
        events.publishEvent(new CustomerDeleted(id));
    }
}
