package org.kedang.handover;

import org.kedang.customer.CustomerContents;
import org.kedang.form.Label;
import org.kedang.identity.Directory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** By which handovers a customer went from whom to whom. */
@Component
class HandoverContents implements CustomerContents {
    private final JdbcClient jdbc;
    private final Directory directory;

    HandoverContents(JdbcClient jdbc, Directory directory) {
        this.jdbc = jdbc;
        this.directory = directory;
    }

    @Override
    public Label name() {
        return Label.of("移交记录", "Handovers");
    }

    @Override
    public long count(UUID customer) {
        return count("select count(*) from handover_line where customer_id = :customer", customer);
    }

    private long count(String sql, UUID customer) {
        return jdbc.sql(sql).param("customer", customer).query(Long.class).single();
    }

    @Override
    public List<Map<String, Object>> copy(UUID customer) {
        return jdbc.sql(
                        """
                        select h.number, h.to_owner, l.old_owner, l.done_at::date::text done_on
                        from handover_line l join handover h on h.id = l.handover_id
                        where l.customer_id = :customer and l.state = 'DONE' order by l.done_at
                        """)
                .param("customer", customer)
                .query(
                        (row, n) ->
                                Map.<String, Object>of(
                                        "移交单号",
                                        row.getString("number"),
                                        "原负责人",
                                        directory.personName(
                                                row.getObject("old_owner", UUID.class)),
                                        "新负责人",
                                        directory.personName(row.getObject("to_owner", UUID.class)),
                                        "移交日期",
                                        row.getString("done_on")))
                .list();
    }

    @Override
    public Optional<Label> hindrance(UUID customer) {
        return count(
                                "select count(*) from handover_line where customer_id = :customer"
                                        + " and state = 'OPEN'",
                                customer)
                        == 0
                ? Optional.empty()
                : Optional.of(Label.of("正在移交中", "It is being handed over"));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void erase(UUID customer) {
        jdbc.sql("delete from handover_line where customer_id = :customer")
                .param("customer", customer)
                .update();
    }
}
