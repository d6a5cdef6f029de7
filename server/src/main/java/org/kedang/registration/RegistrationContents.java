package org.kedang.registration;

import org.jspecify.annotations.Nullable;
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

/** When and how a customer was put on record. */
@Component
class RegistrationContents implements CustomerContents {
    private final JdbcClient jdbc;

    RegistrationContents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Label name() {
        return Label.of("客户备案", "Registration");
    }

    @Override
    public long count(UUID customer) {
        return jdbc.sql("select count(*) from registration where customer_id = :customer")
                .param("customer", customer)
                .query(Long.class)
                .single();
    }

    @Override
    public List<Map<String, Object>> copy(UUID customer) {
        return jdbc.sql(
                        "select first_contact_on, met, source, number, registered_on from"
                                + " registration where customer_id = :customer")
                .param("customer", customer)
                .query(
                        (row, n) -> {
                            Map<String, Object> all = new LinkedHashMap<>();
                            all.put("首次接触日期", row.getString("first_contact_on"));
                            put(all, "客户来源", row.getString("source"));
                            String met = row.getString("met");
                            put(
                                    all,
                                    "接触方式",
                                    met == null ? null : MeetingWay.valueOf(met).label().zh());
                            put(all, "备案号", row.getString("number"));
                            put(all, "备案日期", row.getString("registered_on"));
                            return all;
                        })
                .list();
    }

    private static void put(Map<String, Object> all, String name, @Nullable String value) {
        if (value != null) {
            all.put(name, value);
        }
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void erase(UUID customer) {
        jdbc.sql("delete from registration where customer_id = :customer")
                .param("customer", customer)
                .update();
    }
}
