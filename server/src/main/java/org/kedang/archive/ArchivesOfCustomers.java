package org.kedang.archive;

import org.kedang.customer.CustomerContents;
import org.kedang.form.Label;
import org.kedang.identity.SecrecyLevel;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Archives are kept for their time whatever becomes of the record: while a customer has dossiers it
 * is not deleted, and only disposal ends them.
 */
@Component
class ArchivesOfCustomers implements CustomerContents {
    private static final int MOST = 1000;

    private final JdbcClient jdbc;

    ArchivesOfCustomers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Label name() {
        return Label.of("档案", "Archives");
    }

    @Override
    public long count(UUID customer) {
        return jdbc.sql("select count(*) from dossier where customer_id = :customer")
                .param("customer", customer)
                .query(Long.class)
                .single();
    }

    /**
     * Which dossiers there are; those above INTERNAL hold what the company thinks of the customer.
     */
    @Override
    public List<Map<String, Object>> copy(UUID customer) {
        return jdbc.sql(
                        "select number, title, year from dossier where customer_id = :customer and"
                                + " secrecy <= :secrecy order by opened_at, id limit :most")
                .param("customer", customer)
                .param("secrecy", SecrecyLevel.INTERNAL.ordinal())
                .param("most", MOST)
                .query(
                        (row, n) -> {
                            Map<String, Object> line = new LinkedHashMap<>();
                            line.put("档号", row.getString("number"));
                            line.put("题名", row.getString("title"));
                            line.put("年度", row.getString("year"));
                            return line;
                        })
                .list();
    }

    @Override
    public Optional<Label> hindrance(UUID customer) {
        long held = count(customer);
        return held == 0
                ? Optional.empty()
                : Optional.of(
                        Label.of(
                                "还有案卷 %d 卷，须先鉴定处置".formatted(held),
                                "%d dossiers are held and must be disposed of first"
                                        .formatted(held)));
    }

    /** Nothing: what is held hinders the deletion. */
    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void erase(UUID customer) {
        if (count(customer) > 0) {
            throw new IllegalStateException("archives of " + customer + " are held");
        }
    }
}
