package org.kedang.index;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A page of what the index found.
 *
 * @param counted how many there are; counting stopped somewhere above {@link
 *     org.kedang.kernel.Paging#REACH}
 * @param byKind how many of each kind, by entity name, if that was asked
 */
public record FoundIds(List<FoundId> ids, long counted, Map<String, Long> byKind) {
    static final FoundIds NONE = new FoundIds(List.of(), 0, Map.of());

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
