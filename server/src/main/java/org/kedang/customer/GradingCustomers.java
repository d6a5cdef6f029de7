package org.kedang.customer;

import jakarta.persistence.EntityManager;

import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.kedang.audit.Audit;
import org.kedang.audit.Entry;
import org.kedang.kernel.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Gives customers the grades that rules found; each change is a version and stands in the log. */
@Service
public class GradingCustomers {
    private static final int STATEMENTS_AT_ONCE = 100;

    /**
     * What a rule found.
     *
     * @param why as the versions and the log tell it
     */
    public record Found(UUID customer, @Nullable CustomerGrade grade, String why) {}

    private final Customers customers;
    private final JdbcClient jdbc;
    private final Audit audit;
    private final EntityManager session;
    private final Clock clock;

    GradingCustomers(
            Customers customers, JdbcClient jdbc, Audit audit, EntityManager session, Clock clock) {
        this.customers = customers;
        this.jdbc = jdbc;
        this.audit = audit;
        this.session = session;
        this.clock = clock;
    }

    /**
     * Grades some hundred customers. Those that are gone, that have the grade already, or whose
     * grade a person gave meanwhile are left alone.
     *
     * @return how many were changed
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int grade(Actor by, List<Found> found) {
        Map<UUID, Found> byId =
                found.stream().collect(Collectors.toMap(Found::customer, Function.identity()));
        List<UUID> locked = lock(byId.keySet().stream().toList());
        session.unwrap(Session.class).setJdbcBatchSize(STATEMENTS_AT_ONCE);
        List<Entry> entries = new ArrayList<>();
        for (Customer customer : customers.findAllById(locked)) {
            Found one = Objects.requireNonNull(byId.get(customer.id()));
            if (!customer.gradeByHand() && customer.grade() != one.grade()) {
                entries.add(graded(by, customer, one));
            }
        }
        audit.recordAll(entries);
        session.flush();
        session.clear();
        return entries.size();
    }

    /** So that whoever is writing one of them now is waited for, and not in the way. */
    private List<UUID> lock(List<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql(
                                "select id from customer where id in (:ids) order by id for no key"
                                        + " update")
                        .param("ids", ids)
                        .query(UUID.class)
                        .list();
    }

    private Entry graded(Actor by, Customer customer, Found found) {
        Entry entry =
                Entry.of(by, CustomerAct.CHANGED)
                        .subject("customer", customer.id(), customer.name())
                        .customer(customer.id())
                        .change("grade", name(customer.grade()), name(found.grade()))
                        .reason(found.why());
        customer.grade(found.grade(), found.why(), by.id(), clock.instant());
        return entry;
    }

    private static String name(@Nullable CustomerGrade grade) {
        return grade == null ? "" : grade.name();
    }
}
