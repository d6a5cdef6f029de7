package org.kedang.index;

import java.util.List;
import java.util.UUID;

/**
 * A page of what the index found.
 *
 * @param counted how many there are; counting stopped somewhere above {@link
 *     org.kedang.kernel.Paging#REACH}
 */
public record FoundIds(List<FoundId> ids, long counted) {

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
