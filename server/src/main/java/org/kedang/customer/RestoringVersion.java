package org.kedang.customer;

import org.jspecify.annotations.Nullable;
import org.kedang.customfield.CustomValues;
import org.kedang.kernel.Actor;
import org.springframework.stereotype.Service;

import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

import java.util.Set;
import java.util.UUID;

/** Brings back what a customer's record was: some fields of an earlier version. */
@Service
public class RestoringVersion {
    private final Versions versions;
    private final RegisteringCustomer registering;
    private final ObjectMapper json;

    RestoringVersion(Versions versions, RegisteringCustomer registering, ObjectMapper json) {
        this.versions = versions;
        this.registering = registering;
        this.json = json;
    }

    /**
     * Writes the fields anew as they were; the result is one more version, and obeys the rules of
     * today.
     *
     * @param basedOn the version that the actor has seen last
     * @param fields names of the fields to bring back
     * @throws org.kedang.kernel.Problem as {@link RegisteringCustomer#rewrite}
     */
    public void restore(
            Actor actor,
            UUID customer,
            long basedOn,
            long version,
            Set<String> fields,
            @Nullable String reason) {
        ObjectNode earlier = json.valueToTree(versions.get(customer, version));
        registering.rewrite(
                actor,
                customer,
                new CustomerChange(
                        basedOn,
                        fields,
                        now -> {
                            ObjectNode merged = json.valueToTree(now);
                            fields.forEach(field -> bringBack(merged, earlier, field));
                            return json.treeToValue(merged, CustomerFields.class);
                        },
                        reason));
    }

    private static void bringBack(ObjectNode merged, ObjectNode earlier, String field) {
        if (CustomValues.isPath(field)) {
            String name = CustomValues.name(field);
            CustomValues.put(merged, name, earlier.path(CustomValues.MEMBER).path(name));
        } else {
            merged.set(field, HeldValue.in(earlier, field));
        }
    }
}
