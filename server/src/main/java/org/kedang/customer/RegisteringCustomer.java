package org.kedang.customer;

import org.jspecify.annotations.Nullable;
import org.kedang.audit.Audit;
import org.kedang.audit.Entry;
import org.kedang.customfield.CustomValues;
import org.kedang.customfield.KeepingValues;
import org.kedang.identity.Directory;
import org.kedang.identity.FieldAccess;
import org.kedang.identity.FieldRights;
import org.kedang.identity.SensitiveField;
import org.kedang.identity.Visibilities;
import org.kedang.identity.Visibility;
import org.kedang.kernel.Actor;
import org.kedang.kernel.KernelProblem;
import org.kedang.kernel.Permission;
import org.kedang.kernel.Problem;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Registering a customer and rewriting the record. */
@Service
public class RegisteringCustomer {
    private final Customers customers;
    private final FieldRules rules;
    private final Duplicates duplicates;
    private final GroupStructure groups;
    private final SplittingChanges splitting;
    private final Visibilities visibilities;
    private final Directory directory;
    private final ObjectProvider<OwnerProposal> proposals;
    private final KeepingValues values;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final Clock clock;

    RegisteringCustomer(
            Customers customers,
            FieldRules rules,
            Duplicates duplicates,
            GroupStructure groups,
            SplittingChanges splitting,
            Visibilities visibilities,
            Directory directory,
            ObjectProvider<OwnerProposal> proposals,
            KeepingValues values,
            Audit audit,
            ApplicationEventPublisher events,
            JdbcClient jdbc,
            Clock clock) {
        this.customers = customers;
        this.rules = rules;
        this.duplicates = duplicates;
        this.groups = groups;
        this.splitting = splitting;
        this.visibilities = visibilities;
        this.directory = directory;
        this.proposals = proposals;
        this.values = values;
        this.audit = audit;
        this.events = events;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Registers a customer; refuses one that is likely registered already, also when several people
     * register it at the same moment.
     *
     * @param acceptDuplicates whether a person looked at the likely same ones and says it is
     *     another
     * @return the new customer's id
     */
    @Transactional
    public UUID register(Actor actor, CustomerFields typed, boolean acceptDuplicates) {
        CustomerFields fields = withOwner(assigned(typed.normalised(null), actor), actor);
        requireTypeable(actor, fields);
        rules.check(fields);
        values.requireNew(
                CustomerRecordType.CODE,
                fields.custom(),
                visibilities.of(actor, Permission.CUSTOMER_WRITE).fields());
        requireParent(actor, null, null, fields.parentId());
        if (!acceptDuplicates) {
            refuseLikelySame(fields, visibilities.of(actor, Permission.CUSTOMER_READ));
        }
        Customer customer =
                customers.saveAndFlush(
                        new Customer(nextNumber(), fields, actor.id(), clock.instant()));
        values.attach(actor, CustomerRecordType.CODE, customer.id(), fields.custom());
        Entry entry =
                Entry.of(actor, CustomerAct.REGISTERED)
                        .subject("customer", customer.id(), customer.name())
                        .customer(customer.id());
        fields.forLog().forEach((field, value) -> entry.change(field, "", value));
        logSensitive(entry, null, fields);
        values.log(entry, CustomerRecordType.CODE, null, fields.custom());
        audit.record(entry);
        events.publishEvent(new CustomerRegistered(customer.id()));
        return customer.id();
    }

    private void requireParent(
            Actor actor, @Nullable UUID customer, @Nullable UUID before, @Nullable UUID parent) {
        if (parent != null && !parent.equals(before)) {
            groups.requireParent(
                    customer, parent, visibilities.of(actor, Permission.CUSTOMER_READ));
        }
    }

    /** Where nobody is named, rules may name somebody; otherwise whoever enters it keeps it. */
    private CustomerFields assigned(CustomerFields fields, Actor actor) {
        if (fields.ownerId() != null) {
            return fields;
        }
        return proposals.stream()
                .flatMap(one -> one.propose(actor, fields).stream())
                .findFirst()
                .map(owner -> assigned(fields, owner))
                .orElse(fields);
    }

    private CustomerFields assigned(CustomerFields fields, UUID owner) {
        UUID department = fields.departmentId();
        return fields.with(
                owner, department == null ? directory.person(owner).departmentId() : department);
    }

    /** Who registers writes down what he hears, also what he may not read afterwards. */
    private void requireTypeable(Actor actor, CustomerFields fields) {
        FieldRights rights = visibilities.of(actor, Permission.CUSTOMER_WRITE).fields();
        for (SensitiveField field : SensitiveField.values()) {
            if (fields.sensitive(field) != null && rights.of(field) == FieldAccess.HIDDEN) {
                throw Problem.of(CustomerProblem.FIELD_NOT_YOURS);
            }
        }
    }

    private CustomerFields withOwner(CustomerFields fields, Actor actor) {
        UUID owner = fields.ownerId() == null ? actor.id() : fields.ownerId();
        if (fields.departmentId() != null) {
            return fields.with(owner, fields.departmentId());
        }
        boolean known = !directory.personName(owner).isEmpty();
        return fields.with(
                owner, known ? directory.person(owner).departmentId() : actor.departmentId());
    }

    private void refuseLikelySame(CustomerFields fields, Visibility visibility) {
        duplicates.lock(fields.name(), fields.phone());
        Duplicates.Found found =
                duplicates.find(
                        fields.name(), fields.creditCode(), fields.phone(), null, visibility);
        if (!found.isEmpty()) {
            throw Problem.of(CustomerProblem.POSSIBLE_DUPLICATE)
                    .with("candidates", found.candidates())
                    .with("hidden", found.hidden());
        }
    }

    private String nextNumber() {
        long run = jdbc.sql("select nextval('customer_number_seq')").query(Long.class).single();
        return "C%08d".formatted(run);
    }

    /**
     * Rewrites the record; what a module holds back ({@link HoldingChanges}) stays as it was.
     *
     * @throws Problem {@code not-found}, {@code invalid-input}, {@code field-not-yours} if it names
     *     a sensitive field that the actor may not change, whatever the value: no guess is
     *     confirmed
     * @throws OptimisticLockingFailureException if somebody changed the record since
     */
    @Transactional
    public void rewrite(Actor actor, UUID id, CustomerChange change) {
        Customer customer = changeable(actor, id);
        requireChangeable(actor, change);
        if (customer.version() != change.basedOn()) {
            throw new OptimisticLockingFailureException("customer " + id);
        }
        CustomerFields before = customer.fields();
        CustomerFields typed =
                withOwner(change.rewriting().apply(before).normalised(before), actor);
        rules.check(typed);
        values.requireChange(
                CustomerRecordType.CODE,
                before.custom(),
                typed.custom(),
                CustomValues.names(change.named()),
                visibilities.of(actor, Permission.CUSTOMER_WRITE).fields());
        requireParent(actor, id, before.parentId(), typed.parentId());
        CustomerFields fields = splitting.split(actor, customer, typed, change.reason());
        if (fields != typed) {
            rules.check(fields);
            if (fields.changedFrom(before).isEmpty()) {
                return;
            }
        }
        customer.rewrite(fields, change.reason(), actor.id(), clock.instant());
        customers.flush();
        values.attach(actor, CustomerRecordType.CODE, id, fields.custom());
        Entry entry = entry(actor, customer, before, fields).reason(change.reason());
        values.log(entry, CustomerRecordType.CODE, before.custom(), fields.custom());
        audit.record(entry);
        events.publishEvent(customer.changed(fields.changedFrom(before), actor.id()));
    }

    private void requireChangeable(Actor actor, CustomerChange change) {
        FieldRights rights = visibilities.of(actor, Permission.CUSTOMER_WRITE).fields();
        boolean others =
                change.named().stream()
                        .flatMap(name -> SensitiveField.of(name).stream())
                        .anyMatch(field -> rights.of(field) != FieldAccess.EDIT);
        if (others) {
            throw Problem.of(CustomerProblem.FIELD_NOT_YOURS);
        }
    }

    private Customer changeable(Actor actor, UUID id) {
        Customer customer =
                customers
                        .findById(id)
                        .filter(c -> reaches(actor, Permission.CUSTOMER_READ, c))
                        .orElseThrow(Problem::notFound);
        if (!reaches(actor, Permission.CUSTOMER_WRITE, customer)) {
            throw Problem.of(KernelProblem.NOT_PERMITTED);
        }
        return customer;
    }

    private boolean reaches(Actor actor, Permission permission, Customer customer) {
        return visibilities
                .of(actor, permission)
                .includesCustomer(customer.id(), customer.ownerId(), customer.departmentId());
    }

    static Entry entry(
            Actor actor, Customer customer, CustomerFields before, CustomerFields after) {
        Entry entry =
                Entry.of(actor, CustomerAct.CHANGED)
                        .subject("customer", customer.id(), customer.name())
                        .customer(customer.id());
        Map<String, Object> old = before.forLog();
        after.forLog().forEach((field, value) -> entry.change(field, old.get(field), value));
        logSensitive(entry, before, after);
        return entry;
    }

    /** What changed is told in masked form, also where both forms are the same. */
    private static void logSensitive(
            Entry entry, @Nullable CustomerFields before, CustomerFields after) {
        for (SensitiveField field : SensitiveField.values()) {
            String old = before == null ? null : before.sensitive(field);
            String now = after.sensitive(field);
            if (!Objects.equals(old, now)) {
                entry.changed(
                        field.property(),
                        Objects.requireNonNullElse(field.masked(old), ""),
                        Objects.requireNonNullElse(field.masked(now), ""));
            }
        }
    }
}
