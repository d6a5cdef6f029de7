package org.kedang.customer;

import jakarta.persistence.EntityManager;

import org.kedang.audit.Audit;
import org.kedang.audit.Entry;
import org.kedang.identity.Directory;
import org.kedang.identity.Entrusting;
import org.kedang.kernel.Actor;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.util.UUID;

/** Gives customers to other owners and departments; the index follows each of them. */
@Component
class EntrustingCustomers extends Entrusting<Customer> {
    private final Clock clock;

    EntrustingCustomers(
            Customers customers,
            Directory directory,
            Audit audit,
            EntityManager session,
            Clock clock) {
        super(customers, directory, audit, session);
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "customers";
    }

    @Override
    protected String table() {
        return "customer";
    }

    @Override
    protected Entry entry(Actor by, Customer customer) {
        return Entry.of(by, CustomerAct.ENTRUSTED)
                .subject("customer", customer.id(), customer.name())
                .customer(customer.id());
    }

    @Override
    protected void entrust(Customer customer, UUID owner, UUID department, Actor by) {
        customer.entrust(owner, department, by.id(), clock.instant());
    }
}
