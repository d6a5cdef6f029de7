package org.kedang.archive;

import org.kedang.customer.CustomerChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the customer's name in dossiers equal to the customer's name, in the same transaction. */
@Component
class CustomerRenames {
    private final Dossiers dossiers;

    CustomerRenames(Dossiers dossiers) {
        this.dossiers = dossiers;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(CustomerChanged changed) {
        dossiers.findByCustomerIdAndCustomerNameNot(changed.id(), changed.name())
                .forEach(dossier -> dossier.customerRenamed(changed.name()));
    }
}
