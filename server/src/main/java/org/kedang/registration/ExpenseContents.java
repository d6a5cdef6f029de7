package org.kedang.registration;

import org.kedang.customer.CustomerContents;
import org.kedang.form.Label;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What was spent on a customer. */
@Component
class ExpenseContents implements CustomerContents {
    private final JdbcClient jdbc;

    ExpenseContents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Label name() {
        return Label.of("客户费用", "Expenses");
    }

    @Override
    public long count(UUID customer) {
        return jdbc.sql("select count(*) from expense where customer_id = :customer")
                .param("customer", customer)
                .query(Long.class)
                .single();
    }

    @Override
    public List<Map<String, Object>> copy(UUID customer) {
        return jdbc.sql(
                        "select kind, amount, spent_on, participants, purpose from expense where"
                                + " customer_id = :customer order by spent_on, id")
                .param("customer", customer)
                .query(
                        (row, n) -> {
                            Map<String, Object> all = new LinkedHashMap<>();
                            all.put(
                                    "费用类别",
                                    ExpenseKind.valueOf(row.getString("kind")).label().zh());
                            all.put("金额（元）", row.getBigDecimal("amount"));
                            all.put("发生日期", row.getString("spent_on"));
                            all.put("参与人员", row.getString("participants"));
                            all.put("事由", row.getString("purpose"));
                            return all;
                        })
                .list();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void erase(UUID customer) {
        jdbc.sql("delete from expense where customer_id = :customer")
                .param("customer", customer)
                .update();
    }
}
