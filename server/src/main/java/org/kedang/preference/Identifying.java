package org.kedang.preference;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;
import org.kedang.audit.Audit;
import org.kedang.audit.Entry;
import org.kedang.contact.ContactView;
import org.kedang.contact.ReadingContacts;
import org.kedang.customer.CustomerRecords;
import org.kedang.customer.CustomerRecords.CustomerRow;
import org.kedang.customer.CustomerSummary;
import org.kedang.customer.Duplicates;
import org.kedang.customer.FindingCustomers;
import org.kedang.customer.Hint;
import org.kedang.customer.Hints;
import org.kedang.customer.ReachingCustomers;
import org.kedang.identity.FieldAccess;
import org.kedang.identity.SensitiveField;
import org.kedang.identity.Visibilities;
import org.kedang.identity.Visibility;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Paging;
import org.kedang.kernel.Permission;
import org.kedang.kernel.PhoneNumber;
import org.kedang.kernel.Problem;
import org.springframework.stereotype.Service;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Who is on the telephone or at the gate: the customers that a number, plate or name leads to, with
 * what must be known at once. Whoever is shown is in the log before the answer leaves.
 */
@Service
public class Identifying {
    /** As what the typed words were understood. */
    @Schema(name = "IdentifiedBy")
    public enum By {
        PHONE,
        PLATE,
        MEMBER,
        NAME
    }

    /**
     * One who was recognised.
     *
     * @param contact who of the customer it is, if known
     * @param hints what must be known at once, warnings first
     */
    @Schema(name = "IdentifiedCard")
    public record Card(
            CustomerRow customer, By by, @Nullable ContactView contact, List<Hint> hints) {}

    /** Those who were recognised, the likeliest first. */
    @Schema(name = "Identification")
    public record Result(List<Card> cards) {}

    private record Found(UUID customer, By by, @Nullable ContactView contact) {
        /** The same customer by a contact says more than by itself. */
        Found or(Found other) {
            return contact == null && other.contact != null ? other : this;
        }
    }

    private static final int MOST = 5;

    private final Identifiers identifiers;
    private final ReadingContacts contacts;
    private final Duplicates duplicates;
    private final FindingCustomers finding;
    private final CustomerRecords records;
    private final ReachingCustomers reaching;
    private final Hints hints;
    private final Visibilities visibilities;
    private final Audit audit;

    Identifying(
            Identifiers identifiers,
            ReadingContacts contacts,
            Duplicates duplicates,
            FindingCustomers finding,
            CustomerRecords records,
            ReachingCustomers reaching,
            Hints hints,
            Visibilities visibilities,
            Audit audit) {
        this.identifiers = identifiers;
        this.contacts = contacts;
        this.duplicates = duplicates;
        this.finding = finding;
        this.records = records;
        this.reaching = reaching;
        this.hints = hints;
        this.visibilities = visibilities;
        this.audit = audit;
    }

    /**
     * Those within sight who are recognised by a telephone number, a plate, a member number or a
     * name, five at most.
     *
     * @throws Problem {@code phones-not-yours} if it is a telephone number and the actor must not
     *     see any
     */
    public Result identify(Actor actor, String typed) {
        Visibility visibility = visibilities.of(actor, Permission.CUSTOMER_READ);
        List<Found> found = distinct(find(actor, typed.strip(), visibility));
        Map<UUID, CustomerRow> rows =
                records.listByIds(found.stream().map(Found::customer).toList(), visibility).stream()
                        .collect(Collectors.toMap(CustomerRow::id, Function.identity()));
        List<Card> cards =
                found.stream()
                        .filter(one -> rows.containsKey(one.customer()))
                        .map(one -> card(actor, one, rows))
                        .toList();
        keepInLog(actor, typed, cards);
        return new Result(cards);
    }

    private static List<Found> distinct(List<Found> found) {
        Map<UUID, Found> each = new LinkedHashMap<>();
        found.forEach(one -> each.merge(one.customer(), one, Found::or));
        return each.values().stream().limit(MOST).toList();
    }

    private List<Found> find(Actor actor, String typed, Visibility visibility) {
        List<Found> found = new ArrayList<>();
        byIdentifier(found, IdentifierKind.PLATE, By.PLATE, typed, visibility);
        byIdentifier(found, IdentifierKind.MEMBER, By.MEMBER, typed, visibility);
        Optional<PhoneNumber> phone = PhoneNumber.parse(typed);
        if (phone.isPresent()) {
            byPhone(found, actor, typed, visibility);
        } else if (found.isEmpty()) {
            byName(found, actor, typed, visibility);
        }
        return found;
    }

    private void byIdentifier(
            List<Found> found, IdentifierKind kind, By by, String typed, Visibility visibility) {
        kind.key(typed)
                .map(key -> identifiers.listByKey(kind, key, visibility))
                .orElse(List.of())
                .forEach(one -> found.add(new Found(one.customerId(), by, null)));
    }

    private void byPhone(List<Found> found, Actor actor, String typed, Visibility visibility) {
        if (visibility.fields().of(SensitiveField.PHONE) == FieldAccess.HIDDEN) {
            if (found.isEmpty()) {
                throw Problem.of(PreferenceProblem.PHONES_NOT_YOURS);
            }
            return;
        }
        contacts.listReachedBy(actor, typed)
                .forEach(one -> found.add(new Found(one.customerId(), By.PHONE, one)));
        duplicates
                .find(null, null, typed, null, visibility)
                .candidates()
                .forEach(one -> found.add(new Found(one.id(), By.PHONE, null)));
    }

    private void byName(List<Found> found, Actor actor, String typed, Visibility visibility) {
        contacts.listReachedBy(actor, typed)
                .forEach(one -> found.add(new Found(one.customerId(), By.NAME, one)));
        finding.list(typed, CustomerRecords.Filter.ALL, null, new Paging(1, MOST), visibility)
                .items()
                .forEach(one -> found.add(new Found(one.id(), By.NAME, null)));
    }

    private Card card(Actor actor, Found found, Map<UUID, CustomerRow> rows) {
        CustomerSummary customer = reaching.get(actor, found.customer());
        return new Card(
                Objects.requireNonNull(rows.get(found.customer())),
                found.by(),
                found.contact(),
                hints.list(actor, customer));
    }

    /** By what they were recognised, never the number itself. */
    private void keepInLog(Actor actor, String typed, List<Card> cards) {
        if (cards.isEmpty()) {
            By by = PhoneNumber.parse(typed).isPresent() ? By.PHONE : By.NAME;
            audit.recordRead(
                    Entry.of(actor, PreferenceAct.IDENTIFIED)
                            .change("identifiedBy", null, by)
                            .change("found", null, 0));
        }
        for (Card card : cards) {
            ContactView contact = card.contact();
            audit.recordRead(
                    Entry.of(actor, PreferenceAct.IDENTIFIED)
                            .subject("customer", card.customer().id(), card.customer().name())
                            .customer(card.customer().id())
                            .change("identifiedBy", null, card.by())
                            .change("contact", null, contact == null ? null : contact.name()));
        }
    }
}
