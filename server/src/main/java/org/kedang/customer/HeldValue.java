package org.kedang.customer;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One field of a record whose change waits.
 *
 * @param field its name in {@link CustomerFields}
 * @param before what it was when the change was asked for
 * @param after what it shall be
 */
public record HeldValue(String field, JsonNode before, JsonNode after) {
    /** The value of a field; null where it is left out because it is empty. */
    static JsonNode in(ObjectNode fields, String field) {
        return fields.hasNonNull(field) ? fields.path(field) : NullNode.getInstance();
    }
}
