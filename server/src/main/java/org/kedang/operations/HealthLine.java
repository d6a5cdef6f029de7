package org.kedang.operations;

import org.jspecify.annotations.Nullable;

/**
 * The state of one part of the installation, in words.
 *
 * @param code kebab-case name of the part
 * @param fix the command or step that mends it; {@code null} if nothing is to mend
 */
public record HealthLine(String code, State state, String zh, String en, @Nullable String fix) {
    /** OFF: not set up; DOWN: set up and not working. */
    public enum State {
        OK,
        WARNING,
        OFF,
        DOWN
    }

    static HealthLine ok(String code, String zh, String en) {
        return new HealthLine(code, State.OK, zh, en, null);
    }
}
