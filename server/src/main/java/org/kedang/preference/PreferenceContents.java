package org.kedang.preference;

import org.jspecify.annotations.Nullable;
import org.kedang.contact.ContactNames;
import org.kedang.customer.CustomerContents;
import org.kedang.form.Label;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Preferences, attended events, plates and member numbers as part of all that is kept. */
@Component
class PreferenceContents implements CustomerContents {
    private final Preferences preferences;
    private final Activities activities;
    private final Identifiers identifiers;
    private final ContactNames contacts;

    PreferenceContents(
            Preferences preferences,
            Activities activities,
            Identifiers identifiers,
            ContactNames contacts) {
        this.preferences = preferences;
        this.activities = activities;
        this.identifiers = identifiers;
        this.contacts = contacts;
    }

    @Override
    public Label name() {
        return Label.of("客史与活动", "Preferences and events");
    }

    @Override
    public long count(UUID customer) {
        return preferences.count(customer)
                + activities.count(customer)
                + identifiers.count(customer);
    }

    @Override
    public List<Map<String, Object>> copy(UUID customer) {
        Map<UUID, String> names = contacts.of(customer);
        List<Map<String, Object>> all = new ArrayList<>();
        preferences.listOf(customer, names).forEach(one -> all.add(copy(one)));
        activities.listOf(customer, names).forEach(one -> all.add(copy(one)));
        identifiers
                .listOf(customer, names)
                .forEach(one -> all.add(Map.of(one.kind().zh(), one.value())));
        return all;
    }

    private static Map<String, Object> copy(PreferenceView one) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("客史类别", one.topicZh());
        values.put("内容", one.text());
        put(values, "联系人", one.contactName());
        put(values, "自何时", one.since());
        put(values, "来源", one.source());
        put(values, "不再适用", one.endedOn());
        return values;
    }

    private static Map<String, Object> copy(ActivityView one) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("活动", one.name());
        values.put("种类", one.kind().zh());
        values.put("日期", one.heldOn());
        put(values, "地点", one.place());
        put(values, "联系人", one.contactName());
        put(values, "参加人", one.attendees());
        put(values, "备注", one.remark());
        return values;
    }

    private static void put(Map<String, Object> values, String name, @Nullable Object value) {
        if (value != null) {
            values.put(name, value);
        }
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void erase(UUID customer) {
        preferences.removeAll(customer);
        activities.removeAll(customer);
        identifiers.removeAll(customer);
    }
}
