package org.kedang.customer;

import jakarta.persistence.EntityManager;

import org.hibernate.search.mapper.orm.Search;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.util.UUID;

/** Lets a customer be found through the people who are there now. */
@Component
public class FollowingPeople {
    private final EntityManager session;

    FollowingPeople(EntityManager session) {
        this.session = session;
    }

    /** The index follows once this transaction has committed. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void follow(UUID customer) {
        Customer changed = session.find(Customer.class, customer);
        if (changed != null) {
            Search.session(session).indexingPlan().addOrUpdate(changed);
        }
    }
}
