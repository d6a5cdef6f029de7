package org.kedang.contact;

import org.kedang.customfield.RecordType;
import org.kedang.form.Label;
import org.kedang.identity.Visibilities;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Permission;
import org.springframework.stereotype.Component;

import java.util.UUID;

/** Contacts as records to which fields can be added. */
@Component
class ContactRecordType implements RecordType {
    static final String CODE = "contact";

    private final Contacts contacts;
    private final Visibilities visibilities;

    ContactRecordType(Contacts contacts, Visibilities visibilities) {
        this.contacts = contacts;
        this.visibilities = visibilities;
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Label name() {
        return Label.of("联系人", "Contacts");
    }

    @Override
    public void requireSeen(Actor reader, UUID record) {
        contacts.get(record, visibilities.of(reader, Permission.CUSTOMER_READ));
    }
}
