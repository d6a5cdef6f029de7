package org.kedang.customer;

import jakarta.persistence.EntityManager;

import org.jspecify.annotations.Nullable;
import org.kedang.audit.Audit;
import org.kedang.audit.Entry;
import org.kedang.identity.DepartmentThings;
import org.kedang.identity.Directory;
import org.kedang.identity.OwnedThings;
import org.kedang.kernel.Actor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** Gives customers to other owners and departments; the index follows each of them. */
@Component
class EntrustingCustomers implements OwnedThings, DepartmentThings {
    private final Customers customers;
    private final Directory directory;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final EntityManager session;
    private final Clock clock;

    EntrustingCustomers(
            Customers customers,
            Directory directory,
            Audit audit,
            ApplicationEventPublisher events,
            EntityManager session,
            Clock clock) {
        this.customers = customers;
        this.directory = directory;
        this.audit = audit;
        this.events = events;
        this.session = session;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "customers";
    }

    @Override
    public long countOwnedBy(UUID person) {
        return customers.countByOwnerId(person);
    }

    @Override
    public long countIn(UUID department) {
        return customers.countByDepartmentId(department);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void handOver(Actor by, UUID from, UUID to, @Nullable String reason) {
        each(() -> customers.findFirst500ByOwnerIdOrderById(from), by, to, null, reason);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void moveAll(Actor by, UUID from, UUID to, @Nullable String reason) {
        each(() -> customers.findFirst500ByDepartmentIdOrderById(from), by, null, to, reason);
    }

    /** Some at a time, so that a hundred thousand fit into memory. */
    private void each(
            Supplier<List<Customer>> some,
            Actor by,
            @Nullable UUID owner,
            @Nullable UUID department,
            @Nullable String reason) {
        for (List<Customer> batch = some.get(); !batch.isEmpty(); batch = some.get()) {
            batch.forEach(customer -> entrust(customer, by, owner, department, reason));
            session.flush();
            session.clear();
        }
    }

    private void entrust(
            Customer customer,
            Actor by,
            @Nullable UUID owner,
            @Nullable UUID department,
            @Nullable String reason) {
        UUID newOwner = owner == null ? customer.ownerId() : owner;
        UUID newDepartment = department == null ? customer.departmentId() : department;
        audit.record(
                Entry.of(by, CustomerAct.ENTRUSTED)
                        .subject("customer", customer.id(), customer.name())
                        .customer(customer.id())
                        .change(
                                "owner",
                                directory.personName(customer.ownerId()),
                                directory.personName(newOwner))
                        .change(
                                "department",
                                directory.departmentName(customer.departmentId()),
                                directory.departmentName(newDepartment))
                        .reason(reason));
        customer.entrust(newOwner, newDepartment, by.id(), clock.instant());
        events.publishEvent(
                new CustomerChanged(customer.id(), customer.name(), newOwner, newDepartment));
    }
}
