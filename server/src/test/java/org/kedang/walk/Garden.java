package org.kedang.walk;

import static org.assertj.core.api.Assertions.assertThat;

import org.kedang.TestClient;
import org.kedang.TestClient.Answer;
import org.kedang.kernel.Permission;
import org.kedang.walk.Question.Holds;
import org.kedang.walk.Question.IdsOnly;
import org.kedang.walk.Question.Like;
import org.kedang.walk.Question.Status;
import org.kedang.walk.Question.Traceless;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/** What is planted, who walks among it, and what a walk finds. */
final class Garden {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Set<String> ALWAYS_DIFFERENT =
            Set.of("date", "set-cookie", "connection", "keep-alive");

    private final JdbcClient jdbc;
    private final int port;
    private final Company company;
    private final List<Planted> all;
    private final String upload;
    private final Traces traces;

    private Garden(JdbcClient jdbc, int port, Company company, List<Planted> all, String upload) {
        this.jdbc = jdbc;
        this.port = port;
        this.company = company;
        this.all = all;
        this.upload = upload;
        this.traces = new Traces(all);
    }

    static Garden plant(JdbcClient jdbc, int port) {
        Company company = new Company(jdbc);
        TestClient planter = TestClient.as(company.planter, port);
        Planting planting = new Planting(planter);
        company.owners.forEach(
                (department, owner) -> wholeTree(planting, planting.customer(owner, department)));
        UUID farOwner = company.owners.get(company.far);
        openSingly(company, planting, farOwner);
        crossed(company, planting, farOwner);
        company.walkers.stream()
                .filter(
                        walker ->
                                walker.agreed()
                                        && (walker.clearance() == 2
                                                || walker.userName().contains("admin")))
                .forEach(
                        walker -> smallTree(planting, planting.customer(walker.id(), company.far)));
        Planted item =
                planting.all().stream()
                        .filter(p -> p.kind() == Kind.ITEM)
                        .findFirst()
                        .orElseThrow();
        Garden garden = new Garden(jdbc, port, company, planting.all(), begin(planter, item));
        garden.awaitGrown(planter);
        return garden;
    }

    /** Every mixture of a dossier's level with those of its items. */
    private static void wholeTree(Planting planting, Planted customer) {
        int[][] items = {{0, 2}, {3}, {2, 3}, {0, 3}};
        for (int secrecy = 0; secrecy < items.length; secrecy++) {
            Planted dossier = planting.dossier(customer, secrecy);
            for (int level : items[secrecy]) {
                planting.file(planting.item(dossier, level));
            }
        }
    }

    private static Planted smallTree(Planting planting, Planted customer) {
        Planted dossier = planting.dossier(customer, 0);
        planting.file(planting.item(dossier, 0));
        planting.item(dossier, 3);
        return dossier;
    }

    private static void openSingly(Company company, Planting planting, UUID owner) {
        Planted read = planting.person(owner, company.far);
        Planted edit = planting.customer(owner, company.far);
        Planted past = planting.customer(owner, company.far);
        Planted ofDepartment = planting.customer(owner, company.far);
        List.of(read, edit, past, ofDepartment).forEach(customer -> smallTree(planting, customer));
        Planted secret = planting.dossier(read, 2);
        planting.file(planting.item(secret, 2));
        Planted dossier = smallTree(planting, planting.customer(owner, company.far));
        company.walkers.forEach(
                walker -> {
                    company.open(walker, read, false);
                    company.open(walker, edit, true);
                    company.open(walker, dossier, false);
                    company.openedOnce(walker, past);
                });
        company.openToDepartment(ofDepartment);
    }

    /** The walkers' department has a dossier about a customer of another. */
    private static void crossed(Company company, Planting planting, UUID owner) {
        Planted customer = planting.customer(owner, company.far);
        planting.item(planting.dossier(customer, company.here, 0), 0);
    }

    private static String begin(TestClient planter, Planted item) {
        String metadata =
                "filename %s,itemId %s".formatted(base64("qq.txt"), base64(item.id().toString()));
        Answer begun =
                planter.send(
                        "POST",
                        "/api/uploads",
                        BodyPublishers.noBody(),
                        "Tus-Resumable",
                        "1.0.0",
                        "Upload-Length",
                        "10",
                        "Upload-Metadata",
                        metadata);
        assertThat(begun.status()).as(begun.text()).isEqualTo(201);
        String location = begun.header("Location").orElseThrow();
        return location.substring(location.lastIndexOf('/') + 1);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes());
    }

    /** Until every file is examined and found by what stands inside. */
    private void awaitGrown(TestClient planter) {
        List<UUID> files =
                all.stream().filter(p -> p.kind() == Kind.FILE).map(Planted::id).toList();
        await(
                () ->
                        jdbc.sql(
                                                "select count(*) from digital_file where id in"
                                                        + " (:files) and examination <> 'DONE'")
                                        .param("files", files)
                                        .query(Long.class)
                                        .single()
                                == 0);
        Map<Kind, Long> wanted = new TreeMap<>();
        all.forEach(planted -> wanted.merge(planted.kind(), 1L, Long::sum));
        await(
                () -> {
                    var counts =
                            planter.get("/api/search?q=" + World.encoded(Words.COMMON))
                                    .json()
                                    .path("counts");
                    return wanted.entrySet().stream()
                            .allMatch(e -> counts.path(e.getKey().name()).asLong() == e.getValue());
                });
        // a phrase of the files' own, none of their words: what is typed stands in the log
        String inside = "/api/search?type=FILE&size=100&q=" + World.encoded(Planting.INSIDE);
        await(
                () ->
                        files.stream()
                                .map(UUID::toString)
                                .allMatch(planter.get(inside).text()::contains));
    }

    private static void await(BooleanSupplier done) {
        Instant end = Instant.now().plus(PATIENCE);
        while (!done.getAsBoolean()) {
            assertThat(Instant.now()).as("patience").isBefore(end);
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /**
     * Who reads all of the log first, then who watches administrators, then who grants: later the
     * log holds what others typed.
     */
    List<Walker> walkers() {
        return company.walkers.stream()
                .sorted(
                        Comparator.comparing((Walker w) -> !w.may(Permission.AUDIT_READ))
                                .thenComparing(w -> !w.may(Permission.ADMINISTRATOR_OVERSEE))
                                .thenComparing(w -> w.may(Permission.ROLE_GRANT)))
                .toList();
    }

    /** Nobody who walked holds an office any more: other tests count who does. */
    void leave() {
        jdbc.sql(
                        "update role_grant set state = 'ENDED', ended_at = now() where"
                                + " administrator and state <> 'ENDED' and person_id in (:walkers)")
                .param("walkers", company.walkers.stream().map(Walker::id).toList())
                .update();
    }

    private UUID colleague() {
        return company.walkers.stream()
                .filter(walker -> walker.userName().endsWith("-all3a"))
                .findFirst()
                .orElseThrow()
                .id();
    }

    /** All that is planted, as one value that changes with any of it. */
    String fingerprint() {
        return jdbc.sql(
                        """
                        with c as (select * from customer where id in (:ids)),
                          d as (select * from dossier where customer_id in (select id from c)),
                          i as (select * from item where dossier_id in (select id from d)),
                          f as (select * from digital_file where item_id in (select id from i))
                        select concat_ws('/',
                          (select md5(string_agg(c::text, '' order by id)) from c), (select md5(string_agg(d::text, '' order by id)) from d),
                          (select md5(string_agg(i::text, '' order by id)) from i), (select md5(string_agg(f::text, '' order by id)) from f),
                          (select md5(string_agg(g::text, '' order by id)) from explicit_grant g),
                          (select md5(string_agg(g::text, '' order by id)) from role_grant g))
                        """)
                .param("ids", all.stream().map(Planted::id).toList())
                .query(String.class)
                .single();
    }

    /** Walks all lines and says what leaked or was not as expected. */
    List<String> walk(Walker who, int turn, Map<String, Line> lines) {
        TestClient client = TestClient.at(port);
        Answer signedIn = client.signIn(who.userName(), TestClient.PASSWORD);
        assertThat(signedIn.status()).as(signedIn.text()).isEqualTo(204);
        World world = new World(all, upload, colleague(), turn);
        Absences absences = new Absences(client, who, jdbc);
        List<String> leaks = new ArrayList<>();
        for (Line line : lines.values()) {
            boolean refused = line.by() != null && !who.may(line.by());
            for (Question question : line.questions().apply(who, world)) {
                Question asked = refused ? question.expecting(Lines.status(403)) : question;
                wrong(client, who, asked, absences)
                        .ifPresent(what -> leaks.add("%s → %s".formatted(asked, what)));
            }
        }
        return leaks;
    }

    /** The same questions by somebody who is not signed in. */
    List<String> walkAsStranger(Map<String, Line> lines) {
        TestClient client = TestClient.at(port);
        Walker nobody =
                company.walkers.stream()
                        .filter(w -> w.permissions().isEmpty())
                        .findFirst()
                        .orElseThrow();
        List<String> leaks = new ArrayList<>();
        for (Line line : lines.values()) {
            for (Question question :
                    line.questions().apply(nobody, new World(all, upload, colleague(), 0))) {
                Set<String> found = traces.in(question.ask(client), question.words(), nobody);
                if (!found.isEmpty()) {
                    leaks.add(question + " tells a stranger " + found);
                }
            }
        }
        return leaks;
    }

    private Optional<String> wrong(
            TestClient client, Walker who, Question question, Absences absences) {
        if (question.expected() instanceof Like like) {
            Work.Done done = Work.of(question, client, who, jdbc);
            return told(
                    done.answer(),
                    traces.in(done.answer(), question.words(), who),
                    difference(client, who, question, like, done, absences));
        }
        Answer answer = question.ask(client);
        Set<String> found = traces.in(answer, question.words(), who);
        if (question.expected() instanceof IdsOnly) {
            found.removeIf(trace -> trace.matches("[0-9a-f-]{36} of .*"));
        }
        return told(answer, found, unexpected(question.expected(), answer));
    }

    private static Optional<String> told(
            Answer answer, Set<String> found, Optional<String> otherwise) {
        return found.isEmpty()
                ? otherwise
                : Optional.of(
                        answer.status()
                                + " tells "
                                + found
                                + otherwise.map(", "::concat).orElse(""));
    }

    private static Optional<String> unexpected(Question.Expected expected, Answer answer) {
        return switch (expected) {
            case Traceless any -> Optional.empty();
            case Like like -> throw new IllegalArgumentException("Two answers, not one");
            case IdsOnly any -> unless(answer.status() == 200, answer);
            case Status status -> unless(status.some().contains(answer.status()), answer);
            case Holds holds ->
                    unless(answer.status() == 200 && holds.check().test(answer), answer);
        };
    }

    private static Optional<String> unless(boolean good, Answer answer) {
        String text = answer.text();
        return good
                ? Optional.empty()
                : Optional.of(
                        "%d %s"
                                .formatted(
                                        answer.status(),
                                        text.substring(0, Math.min(300, text.length()))));
    }

    /**
     * Rights are read anew once a second, so that one of two answers may cost more than the other:
     * what is asked again at once costs the same, if it does.
     */
    private Optional<String> difference(
            TestClient client,
            Walker who,
            Question question,
            Like like,
            Work.Done first,
            Absences absences) {
        Work.Done planted = first;
        Absences.Absence absent = absences.of(like);
        String one = canonical(planted.answer(), like.planted());
        if (!one.equals(canonical(absent))) {
            absent = absences.anew(like);
        }
        for (int again = 0; again < 4 && !planted.work().equals(absent.done().work()); again++) {
            planted = Work.of(question, client, who, jdbc);
            absent = absences.anew(like);
        }
        one = canonical(planted.answer(), like.planted());
        String other = canonical(absent);
        if (!one.equals(other)) {
            return Optional.of("differs from what is not there: %s ≠ %s".formatted(one, other));
        }
        Work missing = absent.done().work();
        return planted.work().equals(missing)
                ? Optional.empty()
                : Optional.of(
                        "costs not what an absent thing costs: %s ≠ %s"
                                .formatted(planted.work(), missing));
    }

    private static String canonical(Absences.Absence absent) {
        return canonical(absent.done().answer(), absent.missing());
    }

    private static String canonical(Answer answer, String id) {
        Map<String, List<String>> headers = new TreeMap<>(answer.raw().headers().map());
        headers.keySet().removeAll(ALWAYS_DIFFERENT);
        return (answer.status() + " " + headers + " " + answer.text()).replace(id, "…");
    }
}
