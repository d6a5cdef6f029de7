package org.kedang.privacy;

import org.jspecify.annotations.Nullable;
import org.kedang.identity.OwnedThings;
import org.kedang.kernel.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.util.List;
import java.util.UUID;

/** Rights cases that a person answers for and that are not answered yet. */
@Component
class OwnedCases implements OwnedThings {
    private static final String HELD =
            " from rights_case where responsible_id = :person and state in ('RECEIVED', 'WORKING')";

    private final JdbcClient jdbc;
    private final RightsCases cases;
    private final HandlingCases handling;

    OwnedCases(JdbcClient jdbc, RightsCases cases, HandlingCases handling) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.handling = handling;
    }

    @Override
    public String kind() {
        return "rights-cases";
    }

    @Override
    public long countOwnedBy(UUID person) {
        return jdbc.sql("select count(*)" + HELD)
                .param("person", person)
                .query(Long.class)
                .single();
    }

    @Override
    public List<OwnedThing> listOwnedBy(UUID person, int most) {
        return jdbc.sql("select id, number" + HELD + " order by due_on, id limit :most")
                .param("person", person)
                .param("most", most)
                .query(
                        (row, n) ->
                                new OwnedThing(
                                        row.getObject("id", UUID.class),
                                        row.getString("number"),
                                        "/rights-cases/" + row.getString("id")))
                .list();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void handOver(Actor by, UUID from, UUID to, @Nullable String reason) {
        cases.lockOpenOf(from).forEach(held -> handling.handOver(by, held, to, reason));
    }
}
