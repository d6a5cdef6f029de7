package org.kedang.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long an auditor waits for answers from a log of ten million events. Called by {@code ./kedang
 * bench --audit-search}; {@code --customers} is the number of events.
 */
final class AuditSearch {
    private static final int PEOPLE = 2_000;
    private static final int DAYS = 360;

    private AuditSearch() {}

    public static void main(String[] arguments)
            throws IOException, InterruptedException, SQLException {
        Options options = Options.of(arguments);
        Database database = new Database(options.data());
        try (Connection owner = database.connect()) {
            long began = System.nanoTime();
            MadeEvents made = new MadeEvents(owner);
            made.fill(options.customers());
            made.fillFigures();
            System.out.printf("made in %.0f s%n", (System.nanoTime() - began) / 1e9);
        }
        Processes processes = options.processes(database);
        Load load =
                new Load(
                        options.connections(), options.seconds(), processes, Rest.watch(processes));
        Product auditor = Product.signIn(options.url(), "auditor", options.password());
        System.out.printf(
                "| question | per second | p50 ms | p95 ms | p99 ms | CPU ms each | failures"
                        + " | load |%n|---|--:|--:|--:|--:|--:|--:|--:|%n");
        for (Map.Entry<String, Load.Deed> deed : deeds(auditor).entrySet()) {
            if (!deed.getKey().contains(options.only())) {
                continue;
            }
            Load.Outcome o = load.measure(deed.getKey(), deed.getValue());
            System.out.printf(
                    "| %s | %,.0f | %.1f | %.1f | %.1f | %.2f | %d | %.1f |%n",
                    o.name(),
                    o.perSecond(),
                    o.p50Millis(),
                    o.p95Millis(),
                    o.p99Millis(),
                    o.cpu().total(),
                    o.failures(),
                    Machine.load());
        }
    }

    private static Map<String, Load.Deed> deeds(Product auditor) {
        Map<String, Load.Deed> deeds = new LinkedHashMap<>();
        deeds.put("newest page", (t, r) -> ask(auditor, ""));
        deeds.put("a customer", (t, r) -> ask(auditor, "&subject=" + id("c", 400_000)));
        deeds.put("the busiest customer", (t, r) -> ask(auditor, "&subject=" + MadeEvents.BUSY));
        deeds.put("a dossier", (t, r) -> ask(auditor, "&subject=" + id("d", 900_000)));
        deeds.put("a person", (t, r) -> ask(auditor, "&actorId=" + id("p", PEOPLE)));
        deeds.put(
                "a person, page 40", (t, r) -> ask(auditor, "&page=40&actorId=" + id("p", PEOPLE)));
        deeds.put(
                "a person on one day",
                (t, r) -> ask(auditor, day() + "&actorId=" + id("p", PEOPLE)));
        deeds.put("one day", (t, r) -> ask(auditor, day()));
        deeds.put("one day, refused", (t, r) -> ask(auditor, day() + "&result=REFUSED"));
        deeds.put("a rare act", (t, r) -> ask(auditor, "&act=person.role-granted"));
        deeds.put("refused, all the year", (t, r) -> ask(auditor, "&result=REFUSED"));
        deeds.put("figures of 30 days", (t, r) -> figures(auditor, 30, ""));
        deeds.put("figures of a year", (t, r) -> figures(auditor, 364, ""));
        deeds.put(
                "figures of a person's year",
                (t, r) -> figures(auditor, 364, "&actorId=" + id("p", PEOPLE)));
        return deeds;
    }

    private static void figures(Product auditor, int days, String whose)
            throws IOException, InterruptedException {
        LocalDate to = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        auditor.get("/api/activity?from=" + to.minusDays(days) + "&to=" + to + whose);
    }

    private static void ask(Product auditor, String question)
            throws IOException, InterruptedException {
        auditor.get("/api/audit/events?size=50" + question);
    }

    private static String day() {
        Instant from =
                Instant.now().minus(1 + ThreadLocalRandom.current().nextInt(DAYS), ChronoUnit.DAYS);
        return "&from=" + from + "&until=" + from.plus(1, ChronoUnit.DAYS);
    }

    /** As PostgreSQL makes it of {@code md5(kind || n)}. */
    private static UUID id(String kind, int range) {
        String text = kind + ThreadLocalRandom.current().nextInt(range);
        try {
            byte[] digest =
                    MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            ByteBuffer bytes = ByteBuffer.wrap(digest);
            return new UUID(bytes.getLong(), bytes.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
