package org.kedang.preference;

import io.swagger.v3.oas.annotations.media.Schema;

import org.kedang.audit.Audit;
import org.kedang.contact.ContactNames;
import org.kedang.customer.CustomerSummary;
import org.kedang.customer.ReachingCustomers;
import org.kedang.identity.Visibilities;
import org.kedang.identity.Visibility;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Permission;
import org.kedang.kernel.Problem;
import org.springframework.stereotype.Service;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** How customers want to be treated, as people read it; every reading is kept in the log. */
@Service
public class ReadingPreferences {
    /** All of it about one customer. */
    @Schema(name = "CustomerPreferences")
    public record All(
            List<PreferenceView> preferences,
            List<ActivityView> activities,
            List<IdentifierView> identifiers) {}

    private final Preferences preferences;
    private final Activities activities;
    private final Identifiers identifiers;
    private final ContactNames contacts;
    private final ReachingCustomers reaching;
    private final Visibilities visibilities;
    private final Audit audit;

    ReadingPreferences(
            Preferences preferences,
            Activities activities,
            Identifiers identifiers,
            ContactNames contacts,
            ReachingCustomers reaching,
            Visibilities visibilities,
            Audit audit) {
        this.preferences = preferences;
        this.activities = activities;
        this.identifiers = identifiers;
        this.contacts = contacts;
        this.reaching = reaching;
        this.visibilities = visibilities;
        this.audit = audit;
    }

    /**
     * @throws Problem {@code not-found}
     */
    public All list(Actor actor, UUID customerId) {
        CustomerSummary customer = reaching.get(actor, customerId);
        Map<UUID, String> names = contacts.of(customerId);
        All read =
                new All(
                        preferences.listOf(customerId, names),
                        activities.listOf(customerId, names),
                        identifiers.listOf(customerId, names));
        audit.recordRead(KeepingPreferences.about(actor, PreferenceAct.LISTED, customer));
        return read;
    }

    /**
     * @throws Problem {@code not-found}
     */
    public PreferenceView preference(Actor actor, UUID id) {
        return preferences.get(id, visible(actor));
    }

    /**
     * @throws Problem {@code not-found}
     */
    public ActivityView activity(Actor actor, UUID id) {
        return activities.get(id, visible(actor));
    }

    /**
     * @throws Problem {@code not-found}
     */
    public IdentifierView identifier(Actor actor, UUID id) {
        return identifiers.get(id, visible(actor));
    }

    private Visibility visible(Actor actor) {
        return visibilities.of(actor, Permission.CUSTOMER_READ);
    }
}
