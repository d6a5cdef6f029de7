package org.kedang.identity;

import java.util.Map;
import java.util.UUID;

/**
 * The company's directory moved somebody to another department who holds things of which nobody has
 * decided yet who takes them over; he keeps them until then.
 *
 * @param held how many of each kind
 */
public record MovedByDirectory(
        UUID person, String userName, String name, UUID from, UUID to, Map<String, Long> held) {}
