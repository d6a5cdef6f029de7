package org.kedang.walk;

import org.jspecify.annotations.Nullable;
import org.kedang.TestClient.Answer;
import org.kedang.kernel.Permission;
import org.kedang.walk.Question.Expected;
import org.kedang.walk.Question.Holds;
import org.kedang.walk.Question.Like;
import org.kedang.walk.Question.Status;
import org.kedang.walk.Question.Traceless;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/** The table's language: how lines are written down. */
final class Lines {
    static final Expected TRACELESS = new Traceless();

    private final Map<String, Line> lines = new LinkedHashMap<>();

    Map<String, Line> all() {
        return Collections.unmodifiableMap(lines);
    }

    Lines line(
            String operation,
            @Nullable Permission by,
            BiFunction<Walker, World, List<Question>> questions) {
        if (lines.put(operation, new Line(operation, by, questions)) != null) {
            throw new IllegalArgumentException("Two lines for " + operation);
        }
        return this;
    }

    /**
     * The operation is about one thing, named in the path: seen as usual, else as if it were not
     * there.
     */
    Lines one(String operation, Permission by, Kind kind) {
        return one(operation, by, kind, "");
    }

    /** The same with a query behind the path, such as {@code ?from=0}. */
    Lines one(String operation, Permission by, Kind kind, String query) {
        return line(
                operation,
                by,
                (who, world) -> {
                    List<Question> all = new ArrayList<>();
                    Function<String, Question> ask =
                            id -> get(path(operation, id) + query, TRACELESS);
                    world.forbidden(kind, who).forEach(p -> all.add(like(ask, p)));
                    world.seen(kind, who)
                            .forEach(p -> all.add(ask.apply(id(p)).expecting(status(200))));
                    return all;
                });
    }

    /**
     * The operation changes one thing named in the path.
     *
     * @param ask what changes a thing with this id
     * @param vain the same, but certain to be refused with this status by whoever may change it
     */
    Lines change(
            String operation,
            Permission by,
            Kind kind,
            Function<String, Question> ask,
            @Nullable Function<String, Question> vain,
            int refused) {
        return line(
                operation,
                by,
                (who, world) -> {
                    List<Question> all = new ArrayList<>();
                    world.forbidden(kind, who).forEach(p -> all.add(like(ask, p)));
                    for (Planted p : world.seen(kind, who)) {
                        if (!Oracle.changes(who, p)) {
                            all.add(ask.apply(id(p)).expecting(status(403)));
                        } else if (vain != null) {
                            all.add(vain.apply(id(p)).expecting(status(refused)));
                        }
                    }
                    return all;
                });
    }

    /** Takes nothing that names a planted thing. */
    Lines plain(String operation, @Nullable Permission by) {
        String[] words = operation.split(" ");
        return line(
                operation,
                by,
                (who, world) ->
                        List.of(
                                new Question(
                                        words[0],
                                        path(operation, World.missing()),
                                        words[0].equals("GET")
                                                        || words[0].equals("DELETE")
                                                        || words[0].equals("OPTIONS")
                                                ? null
                                                : "{}",
                                        words[0].equals("GET")
                                                ? List.of()
                                                : List.of("Content-Type", "application/json"),
                                        TRACELESS)));
    }

    /**
     * Not asked.
     *
     * @param why what asking would do to the walk; the operation names no planted thing
     */
    Lines notAsked(String operation, @Nullable Permission by, String why) {
        if (why.isBlank()) {
            throw new IllegalArgumentException("Say why " + operation + " is not asked");
        }
        return line(operation, by, (who, world) -> List.of());
    }

    // ---------------------------------------------------------------- words of the table

    static Question get(String path, Expected expected) {
        return Question.get(path, expected);
    }

    static Question json(String method, String path, String body, String... headers) {
        List<String> all = new ArrayList<>(Arrays.asList(headers));
        all.addAll(List.of("Content-Type", "application/json"));
        return new Question(method, path, body, all, TRACELESS);
    }

    static String path(String operation, String id) {
        return operation.substring(operation.indexOf(' ') + 1).replaceAll("\\{[^}]+\\}", id);
    }

    static String id(Planted planted) {
        return planted.id().toString();
    }

    static Expected status(Integer... some) {
        return new Status(List.of(some));
    }

    static Expected total(String pointer, long count) {
        return total(pointer, count, -1);
    }

    /**
     * @param absent what it means if nothing is said
     */
    static Expected total(String pointer, long count, long absent) {
        return holds(
                pointer + " is " + count,
                answer -> answer.json().at(pointer).asLong(absent) == count);
    }

    static Expected holds(String what, Predicate<Answer> check) {
        return new Holds(what, check);
    }

    /** Asked for the planted thing, the answer is that for a thing which is not there. */
    static Question like(Function<String, Question> ask, Planted planted) {
        return like(ask, id(planted), World.missing());
    }

    static Question like(Function<String, Question> ask, String planted, String missing) {
        return ask.apply(planted).expecting(new Like(ask.apply(missing), planted, missing));
    }

    static long count(World world, Walker who, Kind kind, Predicate<Planted> which) {
        return world.of(kind).stream().filter(which).filter(p -> Oracle.sees(who, p)).count();
    }
}
