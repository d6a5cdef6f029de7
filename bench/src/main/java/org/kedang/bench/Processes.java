package org.kedang.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * CPU time of the product's processes (server, its workers, PostgreSQL), read from {@code /proc}.
 * Children that ended are counted by their parents once they are reaped.
 */
final class Processes {
    /** Clock ticks a second, as Linux reports them to user space. */
    private static final double TICKS = 100;

    /** Where user and system time stand, of the process and then of its ended children. */
    private static final int OWN_TIME = 11;

    private static final int TIME_OF_ENDED = 13;

    private final long server;
    private final long postmaster;

    Processes(long server, long postmaster) {
        this.server = server;
        this.postmaster = postmaster;
    }

    Cpu used() {
        return new Cpu(
                seconds(server, OWN_TIME),
                seconds(server, TIME_OF_ENDED) + secondsBelow(server),
                seconds(postmaster, OWN_TIME)
                        + seconds(postmaster, TIME_OF_ENDED)
                        + secondsBelow(postmaster));
    }

    private static double secondsBelow(long root) {
        return ProcessHandle.of(root).stream()
                .flatMap(ProcessHandle::descendants)
                .mapToDouble(
                        below ->
                                seconds(below.pid(), OWN_TIME)
                                        + seconds(below.pid(), TIME_OF_ENDED))
                .sum();
    }

    private static double seconds(long pid, int field) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return (Double.parseDouble(fields[field]) + Double.parseDouble(fields[field + 1]))
                    / TICKS;
        } catch (NoSuchFileException e) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
