package org.kedang.confirmation;

import org.kedang.confirmation.Confirmations.Made;
import org.kedang.customer.CustomerContents;
import org.kedang.form.Label;
import org.kedang.kernel.ChinaTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What is kept of a customer's confirmations. */
@Component
class ConfirmationContents implements CustomerContents {
    private final Confirmations confirmations;
    private final JdbcClient jdbc;

    ConfirmationContents(Confirmations confirmations, JdbcClient jdbc) {
        this.confirmations = confirmations;
        this.jdbc = jdbc;
    }

    @Override
    public Label name() {
        return Label.of("资料核对记录", "Confirmations of the record");
    }

    @Override
    public long count(UUID customer) {
        return jdbc.sql("select count(*) from confirmation where customer_id = :id")
                .param("id", customer)
                .query(Long.class)
                .single();
    }

    @Override
    public List<Map<String, Object>> copy(UUID customer) {
        return confirmations.listMade(customer).stream().map(ConfirmationContents::words).toList();
    }

    private static Map<String, Object> words(Made made) {
        return Map.of(
                "季度起始日",
                made.quarter().toString(),
                "核对日期",
                LocalDate.ofInstant(made.at(), ChinaTime.ZONE).toString(),
                "核对人",
                made.byName());
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void erase(UUID customer) {
        jdbc.sql("delete from confirmation where customer_id = :id").param("id", customer).update();
    }
}
