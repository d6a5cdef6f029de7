package org.kedang.customer;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * People through whom customers are found, kept by a module that knows them. It tells {@link
 * FollowingPeople} whenever they have changed.
 */
public interface PeopleOfCustomers {
    /** Those of each of the customers who can be reached there now; a customer may be missing. */
    Map<UUID, List<Person>> list(Collection<UUID> customers);

    /**
     * Somebody at a customer.
     *
     * @param phones all numbers by which the person is found
     * @param mails all addresses by which the person is found
     */
    record Person(String name, List<String> phones, List<String> mails) {}
}
