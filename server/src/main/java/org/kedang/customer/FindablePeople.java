package org.kedang.customer;

import org.hibernate.Session;
import org.kedang.customer.PeopleOfCustomers.Person;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** People through whom customers are found, whoever keeps them. */
@Component
class FindablePeople {
    /** What was read for the customers that a session held at one time. */
    private record Batch(Session session, Map<UUID, List<Person>> people) {}

    /** Not before the index is filled: it needs what the index belongs to. */
    private final ObjectProvider<PeopleOfCustomers> sources;

    private final ThreadLocal<Batch> last = new ThreadLocal<>();

    FindablePeople(ObjectProvider<PeopleOfCustomers> sources) {
        this.sources = sources;
    }

    /** Those of each of the customers; one without any has an empty list. */
    Map<UUID, List<Person>> list(Collection<UUID> customers) {
        Map<UUID, List<Person>> people = new HashMap<>();
        customers.forEach(customer -> people.put(customer, List.of()));
        sources.forEach(
                source ->
                        source.list(customers)
                                .forEach(
                                        (customer, some) ->
                                                people.merge(
                                                        customer, some, FindablePeople::both)));
        return people;
    }

    private static List<Person> both(List<Person> some, List<Person> more) {
        return some.isEmpty() ? more : Stream.concat(some.stream(), more.stream()).toList();
    }

    /**
     * Those of a customer that is being indexed. They are read together for all customers that the
     * session has loaded: it loads them in batches and clears itself between.
     */
    List<Person> ofIndexed(Customer customer, Session session) {
        Batch batch = last.get();
        if (batch == null
                || batch.session() != session
                || !batch.people().containsKey(customer.id())) {
            Set<UUID> together = new HashSet<>(List.of(customer.id()));
            session.getManagedEntities(Customer.class).forEach(one -> together.add(one.id()));
            batch = new Batch(session, list(together));
        }
        List<Person> people = Objects.requireNonNull(batch.people().remove(customer.id()));
        if (batch.people().isEmpty()) {
            last.remove();
        } else {
            last.set(batch);
        }
        return people;
    }
}
