package org.kedang.contact;

import org.jspecify.annotations.Nullable;
import org.kedang.audit.Audit;
import org.kedang.audit.Entry;
import org.kedang.customer.CustomerSummary;
import org.kedang.customer.ReachingCustomers;
import org.kedang.customfield.CustomField;
import org.kedang.customfield.ShowingValues;
import org.kedang.identity.Directory;
import org.kedang.identity.FieldAccess;
import org.kedang.identity.FieldRights;
import org.kedang.identity.Visibilities;
import org.kedang.identity.Visibility;
import org.kedang.kernel.Actor;
import org.kedang.kernel.KernelProblem;
import org.kedang.kernel.Permission;
import org.kedang.kernel.PhoneNumber;
import org.kedang.kernel.Problem;
import org.springframework.stereotype.Service;

import java.util.List;
import java.util.UUID;

/** Contacts as people see them; every reading of them is kept in the log. */
@Service
public class ReadingContacts {
    private final Contacts contacts;
    private final RoleTerms terms;
    private final ReachingCustomers reaching;
    private final Visibilities visibilities;
    private final Directory directory;
    private final ShowingValues values;
    private final Audit audit;

    ReadingContacts(
            Contacts contacts,
            RoleTerms terms,
            ReachingCustomers reaching,
            Visibilities visibilities,
            Directory directory,
            ShowingValues values,
            Audit audit) {
        this.contacts = contacts;
        this.terms = terms;
        this.reaching = reaching;
        this.visibilities = visibilities;
        this.directory = directory;
        this.values = values;
        this.audit = audit;
    }

    /** What the contacts of a customer are, and who decided there. */
    public record CustomerContacts(List<ContactView> items, List<RoleTerm> deciders) {}

    /**
     * Those of a customer: whom to call first, then who decides.
     *
     * @throws Problem {@code not-found}
     */
    public CustomerContacts list(Actor actor, UUID customerId) {
        CustomerSummary customer = reaching.get(actor, customerId);
        FieldRights rights = rights(actor);
        CustomerContacts read =
                new CustomerContacts(
                        contacts.listOf(customerId).stream()
                                .map(stored -> view(stored, rights))
                                .toList(),
                        terms.listDeciders(customerId));
        audit.recordRead(about(actor, ContactAct.LISTED, customer));
        return read;
    }

    /**
     * One contact; its reading is to be kept in the log by whoever shows it.
     *
     * @throws Problem {@code not-found}
     */
    public ContactView get(Actor actor, UUID id) {
        Visibility visibility = visibilities.of(actor, Permission.CUSTOMER_READ);
        return view(contacts.get(id, visibility), visibility.fields());
    }

    /**
     * All parts in decisions that a contact ever had.
     *
     * @throws Problem {@code not-found}
     */
    public List<RoleTerm> listTerms(Actor actor, UUID id) {
        CustomerSummary customer = reaching.get(actor, get(actor, id).customerId());
        audit.recordRead(about(actor, ContactAct.LISTED, customer));
        return terms.listOf(id);
    }

    /**
     * Contacts with this telephone number or exactly this name whom the actor may see; nothing by
     * phone for whom phones are hidden. Their reading is to be kept in the log by whoever shows
     * them.
     */
    public List<ContactView> listReachedBy(Actor actor, String typed) {
        Visibility visibility = visibilities.of(actor, Permission.CUSTOMER_READ);
        FieldRights rights = visibility.fields();
        String key = PhoneNumber.parse(typed).map(PhoneNumber::key).orElse(null);
        boolean asksPhone =
                key != null && rights.of(SecretField.MOBILE.rule()) != FieldAccess.HIDDEN;
        List<Contacts.Stored> found =
                asksPhone && key != null
                        ? contacts.listByPhone(key, visibility)
                        : contacts.listByName(typed.strip(), visibility);
        return found.stream().map(stored -> view(stored, rights)).toList();
    }

    /**
     * The clear value of a masked field, after the log has it; {@code null} if there is none.
     *
     * @throws Problem {@code not-found}, {@code not-permitted}, {@code contact-field-not-yours} for
     *     a field that is hidden
     */
    public @Nullable String reveal(
            Actor actor, UUID id, SecretField field, @Nullable String reason) {
        Contacts.Stored stored = contacts.get(id, visibilities.of(actor, Permission.CUSTOMER_READ));
        CustomerSummary customer = reaching.get(actor, stored.customerId());
        Entry entry =
                about(actor, ContactAct.REVEALED, customer)
                        .changed("contact", null, stored.fields().name())
                        .changed(
                                field == SecretField.BIRTHDAY
                                        ? field.property()
                                        : field.rule().property(),
                                null,
                                field == SecretField.BIRTHDAY
                                        ? null
                                        : field.masked(field.of(stored.fields())))
                        .reason(reason);
        record(actor, customer, entry, rights(actor).of(field.rule()));
        return field.of(stored.fields());
    }

    /**
     * The clear value of a sensitive custom field, after the log has it; {@code null} if there is
     * none.
     *
     * @throws Problem {@code not-found} also if the field is not sensitive, {@code not-permitted},
     *     {@code contact-field-not-yours}
     */
    public @Nullable Object revealCustom(
            Actor actor, UUID id, String name, @Nullable String reason) {
        Contacts.Stored stored = contacts.get(id, visibilities.of(actor, Permission.CUSTOMER_READ));
        CustomerSummary customer = reaching.get(actor, stored.customerId());
        CustomField field =
                values.find(ContactRecordType.CODE, name)
                        .filter(CustomField::sensitive)
                        .orElseThrow(Problem::notFound);
        Entry entry =
                about(actor, ContactAct.REVEALED, customer)
                        .changed("contact", null, stored.fields().name())
                        .changed(field.field().label().zh(), null, ShowingValues.MASK)
                        .reason(reason);
        record(actor, customer, entry, values.access(rights(actor)));
        return stored.fields().custom().get(name);
    }

    private void record(Actor actor, CustomerSummary customer, Entry entry, FieldAccess access) {
        if (!visibilities
                .of(actor, Permission.SENSITIVE_REVEAL)
                .includesCustomer(customer.id(), customer.ownerId(), customer.departmentId())) {
            audit.recordRead(entry.refused());
            throw Problem.of(KernelProblem.NOT_PERMITTED);
        }
        if (access == FieldAccess.HIDDEN) {
            audit.recordRead(entry.refused());
            throw Problem.of(ContactProblem.CONTACT_FIELD_NOT_YOURS);
        }
        audit.recordRead(entry);
    }

    private FieldRights rights(Actor actor) {
        return visibilities.of(actor, Permission.CUSTOMER_READ).fields();
    }

    private static Entry about(Actor actor, ContactAct act, CustomerSummary customer) {
        return Entry.of(actor, act)
                .subject("customer", customer.id(), customer.name())
                .customer(customer.id());
    }

    private ContactView view(Contacts.Stored stored, FieldRights rights) {
        ContactFields fields = stored.fields();
        return new ContactView(
                stored.id(),
                stored.version(),
                stored.customerId(),
                fields.name(),
                fields.sex(),
                fields.position(),
                fields.department(),
                SecretField.MOBILE.shown(rights, fields),
                SecretField.PHONE.shown(rights, fields),
                SecretField.MAIL.shown(rights, fields),
                SecretField.BIRTHDAY.shown(rights, fields),
                fields.role(),
                stored.roleSince(),
                fields.goesFirst(),
                fields.emergencyName(),
                fields.emergencyRelation(),
                SecretField.EMERGENCY_PHONE.shown(rights, fields),
                fields.leftOn(),
                fields.note(),
                values.shown(ContactRecordType.CODE, fields.custom(), rights),
                stored.updatedAt(),
                directory.personName(stored.updatedBy()),
                SecretField.names(rights, FieldAccess.MASKED),
                SecretField.names(rights, FieldAccess.HIDDEN),
                SecretField.names(rights, FieldAccess.READ));
    }
}
