package org.kedang.preference;

import org.kedang.contact.ContactNames;
import org.kedang.customer.CustomerSummary;
import org.kedang.customer.Hint;
import org.kedang.customer.HintSource;
import org.kedang.form.Label;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Texts;
import org.springframework.stereotype.Component;

import java.util.List;

/** Says at once how a customer wants to be treated, what must be met first. */
@Component
class PreferenceHints implements HintSource {
    private static final int MOST = 5;
    private static final int LONGEST = 60;

    private final Preferences preferences;
    private final ContactNames contacts;

    PreferenceHints(Preferences preferences, ContactNames contacts) {
        this.preferences = preferences;
        this.contacts = contacts;
    }

    @Override
    public List<Hint> list(Actor reader, CustomerSummary customer) {
        return preferences.listCurrent(customer.id(), contacts.of(customer.id()), MOST).stream()
                .map(one -> new Hint(Hint.Kind.CARE, words(one), "preferences"))
                .toList();
    }

    private static Label words(PreferenceView preference) {
        String who = preference.contactName() == null ? "" : preference.contactName() + "：";
        String text = Texts.shortened(who + preference.text(), LONGEST);
        return Label.of(preference.topicZh() + " · " + text, preference.topicEn() + " · " + text);
    }
}
