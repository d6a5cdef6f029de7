package org.kedang.contact;

import org.kedang.customer.CustomerSummary;
import org.kedang.customer.Hint;
import org.kedang.customer.HintSource;
import org.kedang.form.Label;
import org.kedang.kernel.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.List;

/** Warns when the last one who decided has gone and nobody is known to have followed. */
@Component
class ContactHints implements HintSource {
    private final JdbcClient jdbc;

    ContactHints(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Hint> list(Actor reader, CustomerSummary customer) {
        return jdbc
                .sql(
                        """
                        select c.name from contact_role_term t join contact c on c.id = t.contact_id
                        where t.customer_id = :customer and t.role = 'DECIDER'
                          and not exists (select 1 from contact_role_term n
                                          where n.customer_id = :customer and n.role = 'DECIDER' and n.until is null)
                        order by t.until desc, t.id desc limit 1
                        """)
                .param("customer", customer.id())
                .query(String.class)
                .optional()
                .map(
                        name ->
                                new Hint(
                                        Hint.Kind.WARNING,
                                        Label.of(
                                                shortened(name) + "已不再是决策人，新的决策人尚未登记。",
                                                shortened(name)
                                                        + " does not decide any more; who does is"
                                                        + " not known yet."),
                                        "contacts"))
                .stream()
                .toList();
    }

    private static String shortened(String name) {
        return name.length() > 30 ? name.substring(0, 29) + "…" : name;
    }
}
