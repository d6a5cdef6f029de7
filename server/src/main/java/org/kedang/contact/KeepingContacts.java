package org.kedang.contact;

import org.jspecify.annotations.Nullable;
import org.kedang.audit.Audit;
import org.kedang.audit.Entry;
import org.kedang.customer.CustomerSummary;
import org.kedang.customer.FollowingPeople;
import org.kedang.customer.ReachingCustomers;
import org.kedang.customfield.CustomValues;
import org.kedang.customfield.KeepingFiles;
import org.kedang.customfield.KeepingValues;
import org.kedang.identity.FieldAccess;
import org.kedang.identity.FieldRights;
import org.kedang.identity.Visibilities;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Ids;
import org.kedang.kernel.Permission;
import org.kedang.kernel.Problem;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

/** Writing down, changing and removing contacts, and with them who decides at the customer. */
@Service
public class KeepingContacts {
    private final Contacts contacts;
    private final RoleTerms terms;
    private final ContactRules rules;
    private final ReachingCustomers reaching;
    private final Visibilities visibilities;
    private final KeepingValues values;
    private final KeepingFiles files;
    private final FollowingPeople following;
    private final Audit audit;

    KeepingContacts(
            Contacts contacts,
            RoleTerms terms,
            ContactRules rules,
            ReachingCustomers reaching,
            Visibilities visibilities,
            KeepingValues values,
            KeepingFiles files,
            FollowingPeople following,
            Audit audit) {
        this.contacts = contacts;
        this.terms = terms;
        this.rules = rules;
        this.reaching = reaching;
        this.visibilities = visibilities;
        this.values = values;
        this.files = files;
        this.following = following;
        this.audit = audit;
    }

    /**
     * Writes down a contact; a new main contact takes the place of the one before.
     *
     * @param since from which day it has its part in decisions; today if not given
     * @param reason why it has
     * @throws Problem {@code not-found}, {@code not-permitted}, {@code invalid-input}, {@code
     *     contact-field-not-yours}
     */
    @Transactional
    public UUID add(
            Actor actor,
            UUID customerId,
            ContactFields typed,
            @Nullable LocalDate since,
            @Nullable String reason) {
        CustomerSummary customer = reaching.getChangeable(actor, customerId);
        ContactFields fields = typed.normalised(null);
        requireTypeable(actor, fields);
        rules.check(fields);
        values.requireNew(ContactRecordType.CODE, fields.custom(), rights(actor));
        UUID id = Ids.next();
        if (fields.goesFirst()) {
            contacts.clearMain(customerId, id, actor.id());
        }
        contacts.add(id, customerId, fields, actor.id());
        values.attach(actor, ContactRecordType.CODE, id, fields.custom());
        beginFirst(actor, contacts.lock(id), since, reason);
        following.follow(customerId);
        Entry entry = entry(actor, ContactAct.ADDED, customer, null, fields).reason(reason);
        values.log(entry, ContactRecordType.CODE, null, fields.custom());
        audit.record(entry);
        return id;
    }

    /** The first part in decisions; of one who has left already it is over as well. */
    private void beginFirst(
            Actor actor,
            Contacts.Stored contact,
            @Nullable LocalDate since,
            @Nullable String reason) {
        LocalDate left = contact.fields().leftOn();
        LocalDate day = day(since, null, left == null ? rules.today() : left);
        terms.begin(contact, contact.fields().role(), day, reason, actor.id());
        if (left != null) {
            terms.end(contact.id(), left, null, actor.id());
        }
    }

    /** Who writes down a contact keeps what he hears, also what he may not read afterwards. */
    private void requireTypeable(Actor actor, ContactFields fields) {
        FieldRights rights = rights(actor);
        for (SecretField field : SecretField.values()) {
            if (field.of(fields) != null && rights.of(field.rule()) == FieldAccess.HIDDEN) {
                throw Problem.of(ContactProblem.CONTACT_FIELD_NOT_YOURS);
            }
        }
    }

    /**
     * Changes a contact. Another part in decisions begins a new term; leaving ends the last one.
     *
     * @throws Problem {@code not-found}, {@code not-permitted}, {@code invalid-input}, {@code
     *     contact-field-not-yours} if it names a sensitive field that the actor may not change
     * @throws OptimisticLockingFailureException if somebody changed the contact since
     */
    @Transactional
    public void rewrite(Actor actor, UUID id, ContactChange change) {
        Contacts.Stored stored = contacts.get(id, visibilities.of(actor, Permission.CUSTOMER_READ));
        CustomerSummary customer = reaching.getChangeable(actor, stored.customerId());
        requireChangeable(actor, change);
        Contacts.Stored locked = contacts.lock(id);
        if (locked.version() != change.basedOn()) {
            throw new OptimisticLockingFailureException("contact " + id);
        }
        ContactFields before = locked.fields();
        ContactFields fields = change.rewriting().apply(before).normalised(before);
        rules.check(fields);
        values.requireChange(
                ContactRecordType.CODE,
                before.custom(),
                fields.custom(),
                CustomValues.names(change.named()),
                rights(actor));
        if (fields.goesFirst() && !before.goesFirst()) {
            contacts.clearMain(locked.customerId(), id, actor.id());
        }
        contacts.rewrite(id, fields, actor.id());
        values.attach(actor, ContactRecordType.CODE, id, fields.custom());
        followRole(actor, locked, fields, change);
        following.follow(locked.customerId());
        Entry entry =
                entry(actor, ContactAct.CHANGED, customer, before, fields).reason(change.reason());
        values.log(entry, ContactRecordType.CODE, before.custom(), fields.custom());
        audit.record(entry);
    }

    private FieldRights rights(Actor actor) {
        return visibilities.of(actor, Permission.CUSTOMER_WRITE).fields();
    }

    private void requireChangeable(Actor actor, ContactChange change) {
        FieldRights rights = rights(actor);
        boolean others =
                change.named().stream()
                        .flatMap(name -> SecretField.of(name).stream())
                        .anyMatch(field -> rights.of(field.rule()) != FieldAccess.EDIT);
        if (others) {
            throw Problem.of(ContactProblem.CONTACT_FIELD_NOT_YOURS);
        }
    }

    private void followRole(
            Actor actor, Contacts.Stored stored, ContactFields fields, ContactChange change) {
        DecisionRole before = stored.fields().roleHeld();
        DecisionRole now = fields.roleHeld();
        if (before == now) {
            return;
        }
        if (before != null && now != null) {
            requireReason(change.reason(), before, now);
        }
        LocalDate day =
                day(
                        fields.leftOn() == null ? change.since() : fields.leftOn(),
                        stored.roleSince(),
                        rules.today());
        terms.end(stored.id(), day, change.reason(), actor.id());
        if (now != null) {
            begin(actor, contacts.lock(stored.id()), day, change.reason());
        }
    }

    /** That somebody decides from now on, or no more, is not changed without saying why. */
    private static void requireReason(
            @Nullable String reason, DecisionRole before, DecisionRole now) {
        boolean decides = before == DecisionRole.DECIDER || now == DecisionRole.DECIDER;
        if (decides && (reason == null || reason.isBlank())) {
            throw Problem.invalid(
                    "reason", "required", "更换决策人须写明原因。", "Say why the decision-maker changes.");
        }
    }

    /**
     * The day of a change of roles: not after the last possible one, and not before the term that
     * it ends.
     */
    private static LocalDate day(
            @Nullable LocalDate given, @Nullable LocalDate notBefore, LocalDate notAfter) {
        LocalDate day = given == null ? notAfter : given;
        if (day.isAfter(notAfter) || (notBefore != null && day.isBefore(notBefore))) {
            throw Problem.invalid(
                    "roleSince",
                    "out-of-range",
                    notBefore == null
                            ? "担任日期不能晚于今天，也不能晚于离职日期。"
                            : "变动日期应在 %s 至今天之间：此前的角色从那天起。".formatted(notBefore),
                    notBefore == null
                            ? "The day cannot be later than today or the day of leaving."
                            : "The day lies between %s, when the present role began, and today."
                                    .formatted(notBefore));
        }
        return day;
    }

    private void begin(
            Actor actor, Contacts.Stored contact, LocalDate since, @Nullable String reason) {
        DecisionRole role = contact.fields().roleHeld();
        if (role != null) {
            terms.begin(contact, role, since, reason, actor.id());
        }
    }

    /**
     * Removes a contact that should never have been there, or who asks for it.
     *
     * @throws Problem {@code not-found}, {@code not-permitted}
     */
    @Transactional
    public void remove(Actor actor, UUID id, String reason) {
        Contacts.Stored stored = contacts.get(id, visibilities.of(actor, Permission.CUSTOMER_READ));
        CustomerSummary customer = reaching.getChangeable(actor, stored.customerId());
        files.erase(ContactRecordType.CODE, id);
        contacts.remove(id);
        following.follow(stored.customerId());
        audit.record(
                about(actor, ContactAct.REMOVED, customer)
                        .change("contact", stored.fields().name(), null)
                        .reason(reason));
    }

    private static Entry about(Actor actor, ContactAct act, CustomerSummary customer) {
        return Entry.of(actor, act)
                .subject("customer", customer.id(), customer.name())
                .customer(customer.id());
    }

    private static Entry entry(
            Actor actor,
            ContactAct act,
            CustomerSummary customer,
            @Nullable ContactFields before,
            ContactFields after) {
        Entry entry =
                about(actor, act, customer)
                        .changed("contact", before == null ? null : before.name(), after.name());
        var old = before == null ? null : before.forLog();
        after.forLog()
                .forEach(
                        (name, value) ->
                                entry.change(name, old == null ? "" : old.get(name), value));
        for (SecretField field : SecretField.values()) {
            logSecret(entry, field, before == null ? null : field.of(before), field.of(after));
        }
        return entry;
    }

    /** In masked form under the name of the rule, so that the log masks it as the customer's. */
    private static void logSecret(
            Entry entry, SecretField field, @Nullable String before, @Nullable String after) {
        if (Objects.equals(before, after)) {
            return;
        }
        if (field == SecretField.BIRTHDAY) {
            entry.changed(field.property(), null, null);
        } else {
            entry.changed(
                    field.rule().property(),
                    Objects.requireNonNullElse(field.masked(before), ""),
                    Objects.requireNonNullElse(field.masked(after), ""));
        }
    }
}
