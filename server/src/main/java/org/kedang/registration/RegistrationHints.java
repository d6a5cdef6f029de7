package org.kedang.registration;

import org.kedang.customer.CustomerSummary;
import org.kedang.customer.Hint;
import org.kedang.customer.HintSource;
import org.kedang.form.Label;
import org.kedang.kernel.Actor;
import org.springframework.stereotype.Component;

import java.util.List;

/** Warns of a customer that should be on record already. */
@Component
class RegistrationHints implements HintSource {
    private final RegistrationRecords records;

    RegistrationHints(RegistrationRecords records) {
        this.records = records;
    }

    @Override
    public List<Hint> list(Actor reader, CustomerSummary customer) {
        RegistrationRecords.View view = records.get(customer.id());
        return view.overdue()
                ? List.of(
                        new Hint(
                                Hint.Kind.WARNING,
                                Label.of(
                                        "备案已超期 %d 个工作日".formatted(-view.daysLeft()),
                                        "Registration overdue by %d working days"
                                                .formatted(-view.daysLeft())),
                                "registration"))
                : List.of();
    }
}
