package org.kedang.bench;

/**
 * What the product does while nobody asks: the measure of when work that requests left behind
 * (indexing, examination of files) is done.
 */
final class Rest {
    private static final long GLANCE_MILLIS = 1_000;
    private static final int GLANCES_OF_REST = 5;
    private static final int MOST_GLANCES = 240;

    /** At rest again once it works no more than this much above its rest. */
    private static final double SLACK = 0.04;

    private final Processes processes;
    private final Cpu perSecond;

    private Rest(Processes processes, Cpu perSecond) {
        this.processes = processes;
        this.perSecond = perSecond;
    }

    /** Watches a product that nobody uses yet. */
    static Rest watch(Processes processes) throws InterruptedException {
        new Rest(processes, new Cpu(0, 0, 0)).await();
        Cpu before = processes.used();
        long began = System.nanoTime();
        Thread.sleep(GLANCES_OF_REST * GLANCE_MILLIS);
        double seconds = (System.nanoTime() - began) / 1e9;
        Cpu used = processes.used().minus(before);
        return new Rest(processes, new Cpu(0, 0, 0).plus(used, 1 / seconds));
    }

    /** CPU seconds in a second of rest. */
    Cpu perSecond() {
        return perSecond;
    }

    /** Waits until it is at rest; returns the CPU time used above that of rest meanwhile. */
    Cpu await() throws InterruptedException {
        Cpu first = processes.used();
        long began = System.nanoTime();
        for (int glance = 0; glance < MOST_GLANCES; glance++) {
            Cpu before = processes.used();
            Thread.sleep(GLANCE_MILLIS);
            double worked = processes.used().minus(before).total();
            if (worked < (perSecond.total() + SLACK) * GLANCE_MILLIS / 1000.0) {
                break;
            }
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        return processes.used().minus(first).plus(perSecond, -seconds);
    }
}
