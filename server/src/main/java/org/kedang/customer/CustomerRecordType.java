package org.kedang.customer;

import org.kedang.customfield.RecordType;
import org.kedang.form.Label;
import org.kedang.kernel.Actor;
import org.springframework.stereotype.Component;

import java.util.UUID;

/** Customers as records to which fields can be added. */
@Component
public class CustomerRecordType implements RecordType {
    public static final String CODE = "customer";

    private final ReachingCustomers reaching;

    CustomerRecordType(ReachingCustomers reaching) {
        this.reaching = reaching;
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Label name() {
        return Label.of("客户", "Customers");
    }

    @Override
    public void requireSeen(Actor reader, UUID record) {
        reaching.get(reader, record);
    }
}
