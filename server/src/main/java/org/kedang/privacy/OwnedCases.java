package org.kedang.privacy;

import org.jspecify.annotations.Nullable;
import org.kedang.identity.OwnedRows;
import org.kedang.kernel.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.util.UUID;

/** Rights cases that a person answers for and that are not answered yet. */
@Component
class OwnedCases extends OwnedRows {
    private static final String HELD =
            "from rights_case where responsible_id = :person and state in ('RECEIVED', 'WORKING')";

    private final RightsCases cases;
    private final HandlingCases handling;

    OwnedCases(JdbcClient jdbc, RightsCases cases, HandlingCases handling) {
        super(jdbc, HELD, "id, number, '/rights-cases/' || id", "due_on, id");
        this.cases = cases;
        this.handling = handling;
    }

    @Override
    public String kind() {
        return "rights-cases";
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void handOver(Actor by, UUID from, UUID to, @Nullable String reason) {
        cases.lockOpenOf(from).forEach(held -> handling.handOver(by, held, to, reason));
    }
}
