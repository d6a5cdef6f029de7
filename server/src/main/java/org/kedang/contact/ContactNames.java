package org.kedang.contact;

import org.springframework.stereotype.Component;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * What the contacts of a customer are called, for modules that refer to them. Whoever asks has made
 * sure that the customer is within the reader's sight.
 */
@Component
public class ContactNames {
    private final Contacts contacts;

    ContactNames(Contacts contacts) {
        this.contacts = contacts;
    }

    /** Id → name of all contacts of the customer, former ones too. */
    public Map<UUID, String> of(UUID customer) {
        Map<UUID, String> names = new LinkedHashMap<>();
        contacts.listOf(customer).forEach(one -> names.put(one.id(), one.fields().name()));
        return names;
    }
}
