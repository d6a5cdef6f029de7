package org.kedang.customer;

import org.jspecify.annotations.Nullable;
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
                            fields.forEach(
                                    field -> merged.set(field, HeldValue.in(earlier, field)));
                            return json.treeToValue(merged, CustomerFields.class);
                        },
                        reason));
    }
}
