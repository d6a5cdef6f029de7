package org.kedang.customer;

import org.kedang.identity.EffectiveRights.OpenedLine.Type;
import org.kedang.identity.ProbedThings;
import org.kedang.identity.SecrecyLevel;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.Optional;
import java.util.UUID;

/** Customers by their number; a customer has no secrecy level. */
@Component
class ProbedCustomers implements ProbedThings {
    private final JdbcClient jdbc;

    ProbedCustomers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Type type() {
        return Type.CUSTOMER;
    }

    @Override
    public Optional<ProbedThing> findByNumber(String number) {
        return jdbc.sql("select id, owner_id, department_id from customer where number = :number")
                .param("number", number)
                .query(
                        (row, n) ->
                                new ProbedThing(
                                        Type.CUSTOMER,
                                        row.getObject("id", UUID.class),
                                        row.getObject("id", UUID.class),
                                        row.getObject("owner_id", UUID.class),
                                        row.getObject("department_id", UUID.class),
                                        SecrecyLevel.PUBLIC))
                .optional();
    }
}
