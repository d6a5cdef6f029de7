package org.kedang.privacy;

import org.kedang.customer.CustomerContents;
import org.kedang.form.Label;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Letters go with their customer. */
@Component
class LettersOfCustomers implements CustomerContents {
    private final Letters letters;

    LettersOfCustomers(Letters letters) {
        this.letters = letters;
    }

    @Override
    public Label name() {
        return Label.of("告知书", "Letters");
    }

    @Override
    public long count(UUID customer) {
        return letters.count(customer);
    }

    @Override
    public List<Map<String, Object>> copy(UUID customer) {
        return letters.list(customer).stream().map(LettersOfCustomers::line).toList();
    }

    private static Map<String, Object> line(Letter letter) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("编号", letter.number());
        line.put("标题", letter.title());
        line.put("内容", letter.body());
        line.put("送达日期", letter.handedOn() == null ? "" : letter.handedOn().toString());
        line.put("送达何人", letter.handedTo() == null ? "" : letter.handedTo());
        return line;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void erase(UUID customer) {
        letters.erase(customer);
    }
}
