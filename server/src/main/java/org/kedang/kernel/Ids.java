package org.kedang.kernel;

import com.github.f4b6a3.uuid.UuidCreator;

import java.util.UUID;

/** Makes ids that sort by the time of their making (UUID version 7, RFC 9562). */
public final class Ids {
    private Ids() {}

    public static UUID next() {
        return UuidCreator.getTimeOrderedEpoch();
    }
}
