package org.kedang.customer;

import org.jspecify.annotations.Nullable;
import org.kedang.kernel.Actor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Tells what of a change takes effect at once from what waits. */
@Component
class SplittingChanges {
    private final ObjectProvider<HoldingChanges> holding;
    private final ObjectMapper json;

    SplittingChanges(ObjectProvider<HoldingChanges> holding, ObjectMapper json) {
        this.holding = holding;
        this.json = json;
    }

    /** The fields that take effect at once; what else was typed waits from now on. */
    CustomerFields split(
            Actor by, Customer customer, CustomerFields typed, @Nullable String reason) {
        CustomerFields before = customer.fields();
        Set<String> changed = typed.changedFrom(before);
        Set<String> waiting = new HashSet<>();
        for (HoldingChanges one : holding) {
            Set<String> held = one.held(changed);
            if (waiting.addAll(held)) {
                one.hold(by, customer.summary(), values(before, typed, held), reason);
            }
        }
        return waiting.isEmpty() ? typed : with(typed, values(typed, before, waiting));
    }

    private List<HeldValue> values(
            CustomerFields before, CustomerFields after, Set<String> fields) {
        ObjectNode old = json.valueToTree(before);
        ObjectNode now = json.valueToTree(after);
        return fields.stream()
                .sorted()
                .map(
                        field ->
                                new HeldValue(
                                        field, HeldValue.in(old, field), HeldValue.in(now, field)))
                .toList();
    }

    /** The same with these values. */
    CustomerFields with(CustomerFields fields, List<HeldValue> values) {
        ObjectNode merged = json.valueToTree(fields);
        values.forEach(value -> merged.set(value.field(), value.after()));
        return json.treeToValue(merged, CustomerFields.class);
    }

    /** Of the values those that were changed to something else since they began to wait. */
    List<String> changedSince(CustomerFields now, List<HeldValue> values) {
        ObjectNode current = json.valueToTree(now);
        return values.stream()
                .filter(value -> !HeldValue.in(current, value.field()).equals(value.before()))
                .filter(value -> !HeldValue.in(current, value.field()).equals(value.after()))
                .map(HeldValue::field)
                .toList();
    }
}
