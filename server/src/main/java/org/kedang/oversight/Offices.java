package org.kedang.oversight;

import org.kedang.kernel.SqlPredicate;

import java.util.List;
import java.util.Map;

/** Whose deeds the security officer watches: GB/T 39784-2021, table 4, item 10. */
final class Offices {
    private static final List<String> WATCHED =
            List.of("SYSTEM_ADMINISTRATOR", "NETWORK_ADMINISTRATOR");

    /** Events {@code e} at which such a role counted; written as the index of the log has it. */
    static final SqlPredicate EVENTS =
            new SqlPredicate(
                    "e.roles && '{SYSTEM_ADMINISTRATOR,NETWORK_ADMINISTRATOR}'::text[]", Map.of());

    private Offices() {}

    static boolean isWatched(List<String> roles) {
        return roles.stream().anyMatch(WATCHED::contains);
    }
}
