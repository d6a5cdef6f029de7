package org.kedang.index;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A page of what the index found.
 *
 * @param counted how many there are
 * @param exact whether there are not more: counting stops where nobody reads on
 * @param byKind how many of each kind, by entity name, if that was asked
 */
public record FoundIds(List<FoundId> ids, long counted, boolean exact, Map<String, Long> byKind) {
    static final FoundIds NONE = new FoundIds(List.of(), 0, true, Map.of());

    /**
     * One found thing.
     *
     * @param kind its entity name
     */
    public record FoundId(String kind, UUID id) {}

    public List<UUID> plainIds() {
        return ids.stream().map(FoundId::id).toList();
    }
}
