package org.kedang.bench;

import java.lang.management.ManagementFactory;

/** What else the machine is doing. */
final class Machine {
    private Machine() {}

    /** Processes that wait for a core or run, the average of the last minute. */
    static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }
}
