package org.kedang.savedview;

import java.util.Map;
import java.util.UUID;

/**
 * A list as somebody likes to see it.
 *
 * @param list which list, such as {@code approvals}
 * @param query the parameters of its address, such as {@code box=DONE}
 */
public record SavedView(UUID id, String list, String name, Map<String, String> query) {}
