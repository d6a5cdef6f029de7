package org.kedang.customer;

import org.kedang.customfield.CustomValues;
import org.kedang.customfield.KeepingFiles;
import org.kedang.customfield.ShowingValues;
import org.kedang.form.Label;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Custom fields as part of all that is kept about a customer. */
@Component
class CustomContents implements CustomerContents {
    private final JdbcClient jdbc;
    private final ShowingValues values;
    private final KeepingFiles files;

    CustomContents(JdbcClient jdbc, ShowingValues values, KeepingFiles files) {
        this.jdbc = jdbc;
        this.values = values;
        this.files = files;
    }

    @Override
    public Label name() {
        return Label.of("自定义字段", "Custom fields");
    }

    @Override
    public long count(UUID customer) {
        return values.copy(CustomerRecordType.CODE, read(customer)).size();
    }

    private Map<String, Object> read(UUID customer) {
        return jdbc.sql("select more from customer where id = :id")
                .param("id", customer)
                .query((row, n) -> CustomValues.read(row.getString("more")))
                .optional()
                .orElseGet(Map::of);
    }

    @Override
    public List<Map<String, Object>> copy(UUID customer) {
        Map<String, Object> copy = values.copy(CustomerRecordType.CODE, read(customer));
        return copy.isEmpty() ? List.of() : List.of(copy);
    }

    /** The values go with the record; files, and the keys that open their copies, go here. */
    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void erase(UUID customer) {
        files.erase(CustomerRecordType.CODE, customer);
    }
}
