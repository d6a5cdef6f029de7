package org.kedang.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * CPU time of the product's processes (server, its workers, PostgreSQL), read from {@code /proc}.
 * Children that ended are counted by their parents once they are reaped.
 */
final class Processes {
    /** Clock ticks a second, as Linux reports them to user space. */
    private static final double TICKS = 100;

    private static final int USER_TIME = 11;

    private final List<Long> roots;

    Processes(List<Long> roots) {
        this.roots = List.copyOf(roots);
    }

    /** CPU seconds of the processes and all below them, ended ones included. */
    double cpuSeconds() {
        Map<Long, Double> seconds = new HashMap<>();
        for (long root : roots) {
            ProcessHandle.of(root).stream()
                    .flatMap(handle -> Stream.concat(Stream.of(handle), handle.descendants()))
                    .forEach(handle -> seconds.put(handle.pid(), seconds(handle.pid())));
        }
        return seconds.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    private static double seconds(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            double ticks = 0;
            // utime, stime, and both of ended children
            for (int i = USER_TIME; i < USER_TIME + 4; i++) {
                ticks += Double.parseDouble(fields[i]);
            }
            return ticks / TICKS;
        } catch (NoSuchFileException e) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
