package org.kedang.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * What to measure against.
 *
 * @param url where the product answers
 * @param data its data folder, for the database's passwords and the disk to compare with
 * @param password the demo accounts' password
 * @param customers how many customers there should be before measuring
 * @param connections requests under way at once
 * @param seconds how long each request is measured
 * @param only part of the names of those to measure; all if empty
 */
record Options(
        String url,
        Path data,
        String password,
        int customers,
        int connections,
        Duration seconds,
        String only) {

    /** The same against another server. */
    Options at(String otherUrl, Path otherData) {
        return new Options(otherUrl, otherData, password, customers, connections, seconds, only);
    }

    /** The server that works on these data, and its PostgreSQL. */
    Processes processes(Database database) throws IOException {
        String lock = Files.readString(data.resolve("kedang.lock"));
        return new Processes(Long.parseLong(lock.replaceAll("[^0-9]", "")), database.pid());
    }

    static Options of(String... arguments) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            given.put(arguments[i], arguments[i + 1]);
        }
        return new Options(
                given.getOrDefault("--url", "http://127.0.0.1:8080"),
                Path.of(given.getOrDefault("--data", "data")),
                given.getOrDefault("--password", ""),
                Integer.parseInt(given.getOrDefault("--customers", "100000")),
                Integer.parseInt(given.getOrDefault("--connections", "16")),
                Duration.ofSeconds(Integer.parseInt(given.getOrDefault("--seconds", "15"))),
                given.getOrDefault("--only", ""));
    }
}
