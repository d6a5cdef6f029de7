package org.kedang.preference;

import org.jspecify.annotations.Nullable;
import org.kedang.audit.Audit;
import org.kedang.audit.Entry;
import org.kedang.contact.ContactNames;
import org.kedang.customer.CustomerSummary;
import org.kedang.customer.ReachingCustomers;
import org.kedang.identity.Visibilities;
import org.kedang.identity.Visibility;
import org.kedang.kernel.Actor;
import org.kedang.kernel.ChinaTime;
import org.kedang.kernel.Ids;
import org.kedang.kernel.KernelProblem;
import org.kedang.kernel.Permission;
import org.kedang.kernel.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

/** Writing down how a customer wants to be treated, what it attended, and how it is recognised. */
@Service
public class KeepingPreferences {
    private final Preferences preferences;
    private final Activities activities;
    private final Identifiers identifiers;
    private final Topics topics;
    private final ContactNames contacts;
    private final ReachingCustomers reaching;
    private final Visibilities visibilities;
    private final Audit audit;
    private final Clock clock;

    KeepingPreferences(
            Preferences preferences,
            Activities activities,
            Identifiers identifiers,
            Topics topics,
            ContactNames contacts,
            ReachingCustomers reaching,
            Visibilities visibilities,
            Audit audit,
            Clock clock) {
        this.preferences = preferences;
        this.activities = activities;
        this.identifiers = identifiers;
        this.topics = topics;
        this.contacts = contacts;
        this.reaching = reaching;
        this.visibilities = visibilities;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @throws Problem {@code not-found}, {@code not-permitted}, {@code invalid-input}
     */
    @Transactional
    public UUID write(Actor actor, UUID customerId, PreferenceFields typed) {
        CustomerSummary customer = reaching.getChangeable(actor, customerId);
        PreferenceFields fields = typed.normalised();
        check(customerId, fields, null);
        UUID id = Ids.next();
        preferences.add(id, customerId, fields, actor.id());
        audit.record(
                about(actor, PreferenceAct.WRITTEN, customer)
                        .change("preference", null, fields.text())
                        .change("importance", null, fields.importance()));
        return id;
    }

    private void check(UUID customer, PreferenceFields fields, @Nullable UUID topicBefore) {
        Problem problem = Problem.of(KernelProblem.INVALID_INPUT);
        Topic topic = topics.find(fields.topicId()).orElse(null);
        if (topic == null || (topic.closed() && !topic.id().equals(topicBefore))) {
            problem.field(
                    "topicId",
                    "invalid-choice",
                    "没有这个类别，或已停用，请从列表中选择。",
                    "No such topic, or not used any more; pick one from the list.");
        }
        checkContact(problem, customer, fields.contactId());
        checkPast(problem, "since", fields.since());
        checkPast(problem, "endedOn", fields.endedOn());
        throwIfBroken(problem);
    }

    private void checkContact(Problem problem, UUID customer, @Nullable UUID contact) {
        if (contact != null && !contacts.of(customer).containsKey(contact)) {
            problem.field(
                    "contactId",
                    "invalid-choice",
                    "这个客户没有这位联系人，请从列表中选择。",
                    "No such contact of this customer; pick one from the list.");
        }
    }

    private void checkPast(Problem problem, String name, @Nullable LocalDate day) {
        if (day != null && day.isAfter(LocalDate.ofInstant(clock.instant(), ChinaTime.ZONE))) {
            problem.field(name, "in-future", "日期不能晚于今天。", "The day cannot be later than today.");
        }
    }

    private static void throwIfBroken(Problem problem) {
        if (!problem.fields().isEmpty()) {
            throw problem;
        }
    }

    /**
     * @param basedOn the version that the change was made on
     * @throws Problem {@code not-found}, {@code not-permitted}, {@code invalid-input}, {@code
     *     stale-version} with what is stored now
     */
    @Transactional
    public void rewrite(Actor actor, UUID id, long basedOn, PreferenceFields typed) {
        PreferenceView before = preferences.get(id, visible(actor));
        CustomerSummary customer = reaching.getChangeable(actor, before.customerId());
        PreferenceFields fields = typed.normalised();
        check(customer.id(), fields, before.topicId());
        if (!preferences.rewrite(id, basedOn, fields, actor.id())) {
            throw stale(preferences.get(id, visible(actor)));
        }
        audit.record(
                about(actor, PreferenceAct.CHANGED, customer)
                        .changed("preference", before.text(), fields.text())
                        .change("importance", before.importance(), fields.importance())
                        .change("endedOn", before.endedOn(), fields.endedOn()));
    }

    private static Problem stale(Object current) {
        return Problem.of(KernelProblem.STALE_VERSION).with("current", current);
    }

    /**
     * @throws Problem {@code not-found}, {@code not-permitted}
     */
    @Transactional
    public void remove(Actor actor, UUID id) {
        PreferenceView stored = preferences.get(id, visible(actor));
        CustomerSummary customer = reaching.getChangeable(actor, stored.customerId());
        preferences.remove(id);
        audit.record(
                about(actor, PreferenceAct.REMOVED, customer)
                        .change("preference", stored.text(), null));
    }

    /**
     * @throws Problem {@code not-found}, {@code not-permitted}, {@code invalid-input}
     */
    @Transactional
    public UUID writeActivity(Actor actor, UUID customerId, ActivityFields typed) {
        CustomerSummary customer = reaching.getChangeable(actor, customerId);
        ActivityFields fields = typed.normalised();
        check(customerId, fields);
        UUID id = Ids.next();
        activities.add(id, customerId, fields, actor.id());
        audit.record(
                about(actor, PreferenceAct.ATTENDED, customer)
                        .change("activity", null, fields.name())
                        .change("heldOn", null, fields.heldOn()));
        return id;
    }

    private void check(UUID customer, ActivityFields fields) {
        Problem problem = Problem.of(KernelProblem.INVALID_INPUT);
        checkContact(problem, customer, fields.contactId());
        checkPast(problem, "heldOn", fields.heldOn());
        throwIfBroken(problem);
    }

    /**
     * @param basedOn the version that the change was made on
     * @throws Problem {@code not-found}, {@code not-permitted}, {@code invalid-input}, {@code
     *     stale-version} with what is stored now
     */
    @Transactional
    public void rewriteActivity(Actor actor, UUID id, long basedOn, ActivityFields typed) {
        ActivityView before = activities.get(id, visible(actor));
        CustomerSummary customer = reaching.getChangeable(actor, before.customerId());
        ActivityFields fields = typed.normalised();
        check(customer.id(), fields);
        if (!activities.rewrite(id, basedOn, fields, actor.id())) {
            throw stale(activities.get(id, visible(actor)));
        }
        audit.record(
                about(actor, PreferenceAct.ACTIVITY_CHANGED, customer)
                        .changed("activity", before.name(), fields.name())
                        .change("heldOn", before.heldOn(), fields.heldOn())
                        .change("remark", before.remark(), fields.remark()));
    }

    /**
     * @throws Problem {@code not-found}, {@code not-permitted}
     */
    @Transactional
    public void removeActivity(Actor actor, UUID id) {
        ActivityView stored = activities.get(id, visible(actor));
        CustomerSummary customer = reaching.getChangeable(actor, stored.customerId());
        activities.remove(id);
        audit.record(
                about(actor, PreferenceAct.ACTIVITY_REMOVED, customer)
                        .change("activity", stored.name(), null));
    }

    /**
     * @throws Problem {@code not-found}, {@code not-permitted}, {@code invalid-input}, {@code
     *     identifier-known}, {@code member-number-taken}
     */
    @Transactional
    public UUID addIdentifier(Actor actor, UUID customerId, NewIdentifier identifier) {
        CustomerSummary customer = reaching.getChangeable(actor, customerId);
        Problem problem = Problem.of(KernelProblem.INVALID_INPUT);
        String key = identifier.kind().key(identifier.value()).orElse("");
        if (key.isEmpty()) {
            tellMistake(problem, identifier.kind());
        }
        checkContact(problem, customerId, identifier.contactId());
        throwIfBroken(problem);
        UUID id = Ids.next();
        identifiers.add(id, customerId, identifier, key, actor.id());
        audit.record(
                about(actor, PreferenceAct.IDENTIFIER_ADDED, customer)
                        .change(name(identifier.kind()), null, key));
        return id;
    }

    private static void tellMistake(Problem problem, IdentifierKind kind) {
        switch (kind) {
            case PLATE ->
                    problem.field(
                            "value",
                            "invalid-plate",
                            "车牌不对：应如 浙D·12345，新能源车如 浙D·D12345。",
                            "Not a plate: it looks like 浙D·12345, or 浙D·D12345 for new energy.");
            case MEMBER ->
                    problem.field(
                            "value",
                            "invalid-member-number",
                            "会员号应为 3 至 30 位字母或数字。",
                            "A member number has 3 to 30 letters or digits.");
        }
    }

    private static String name(IdentifierKind kind) {
        return kind == IdentifierKind.PLATE ? "plate" : "memberNumber";
    }

    /**
     * @throws Problem {@code not-found}, {@code not-permitted}
     */
    @Transactional
    public void removeIdentifier(Actor actor, UUID id) {
        IdentifierView stored = identifiers.get(id, visible(actor));
        CustomerSummary customer = reaching.getChangeable(actor, stored.customerId());
        identifiers.remove(id);
        audit.record(
                about(actor, PreferenceAct.IDENTIFIER_REMOVED, customer)
                        .change(name(stored.kind()), stored.value(), null));
    }

    private Visibility visible(Actor actor) {
        return visibilities.of(actor, Permission.CUSTOMER_READ);
    }

    static Entry about(Actor actor, PreferenceAct act, CustomerSummary customer) {
        return Entry.of(actor, act)
                .subject("customer", customer.id(), customer.name())
                .customer(customer.id());
    }
}
