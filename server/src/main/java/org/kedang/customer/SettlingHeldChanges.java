package org.kedang.customer;

import org.kedang.audit.Audit;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Lets changes that waited take effect, for modules that had them checked. */
@Service
public class SettlingHeldChanges {
    private final Customers customers;
    private final SplittingChanges splitting;
    private final FieldRules rules;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SettlingHeldChanges(
            Customers customers,
            SplittingChanges splitting,
            FieldRules rules,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.customers = customers;
        this.splitting = splitting;
        this.rules = rules;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** Names of the fields that were changed to something else since they began to wait. */
    public List<String> changedSince(UUID customer, List<HeldValue> values) {
        return splitting.changedSince(get(customer).fields(), values);
    }

    private Customer get(UUID customer) {
        return customers.findById(customer).orElseThrow(Problem::notFound);
    }

    /**
     * Writes the values as one more version, in the present transaction.
     *
     * @param request by which they were agreed to
     * @param reason is kept with the version and names whoever asked and whoever agreed
     * @throws Problem {@code not-found}, {@code invalid-input} if they break a rule of today
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void settle(Actor by, UUID id, List<HeldValue> values, UUID request, String reason) {
        Customer customer = get(id);
        CustomerFields before = customer.fields();
        CustomerFields after = splitting.with(before, values);
        rules.check(after);
        customer.rewrite(after, reason, by.id(), clock.instant());
        customers.flush();
        audit.record(
                RegisteringCustomer.entry(by, customer, before, after)
                        .request(request)
                        .reason(reason));
        events.publishEvent(customer.changed(after.changedFrom(before), by.id()));
    }
}
