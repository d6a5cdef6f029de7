package org.kedang.archive;

import org.kedang.identity.EffectiveRights.OpenedLine.Type;
import org.kedang.identity.ProbedThings;
import org.kedang.identity.SecrecyLevel;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.Optional;
import java.util.UUID;

/** Dossiers by their archival number. */
@Component
class ProbedDossiers implements ProbedThings {
    private final JdbcClient jdbc;

    ProbedDossiers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Type type() {
        return Type.DOSSIER;
    }

    @Override
    public Optional<ProbedThing> findByNumber(String number) {
        return jdbc.sql(
                        "select id, customer_id, owner_id, department_id, secrecy from dossier"
                                + " where number = :number")
                .param("number", number)
                .query(
                        (row, n) ->
                                new ProbedThing(
                                        Type.DOSSIER,
                                        row.getObject("id", UUID.class),
                                        row.getObject("customer_id", UUID.class),
                                        row.getObject("owner_id", UUID.class),
                                        row.getObject("department_id", UUID.class),
                                        SecrecyLevel.ofStored(row.getInt("secrecy"))))
                .optional();
    }
}
