package org.kedang.archive;

import org.kedang.customer.ConcernedDepartments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.Set;
import java.util.UUID;

/** Departments that keep dossiers of a customer. */
@Component
class HoldingDepartments implements ConcernedDepartments {
    private final JdbcClient jdbc;

    HoldingDepartments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<UUID> departments(UUID customer) {
        return jdbc.sql("select distinct department_id from dossier where customer_id = :customer")
                .param("customer", customer)
                .query(UUID.class)
                .set();
    }
}
