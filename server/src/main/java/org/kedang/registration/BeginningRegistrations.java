package org.kedang.registration;

import org.kedang.customer.CustomerRegistered;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import java.time.LocalDate;

/** The clock of each customer begins when somebody enters it, in the same transaction. */
@Component
class BeginningRegistrations {
    private final Registrations registrations;
    private final TermOfToday term;

    BeginningRegistrations(Registrations registrations, TermOfToday term) {
        this.registrations = registrations;
        this.term = term;
    }

    /** Until somebody says otherwise, the first contact was today. */
    @EventListener
    void entered(CustomerRegistered customer) {
        LocalDate today = term.today();
        registrations.begin(customer.id(), today, term.clock().dueOn(today));
    }
}
