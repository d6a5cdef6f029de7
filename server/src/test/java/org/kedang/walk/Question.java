package org.kedang.walk;

import org.jspecify.annotations.Nullable;
import org.kedang.TestClient;
import org.kedang.TestClient.Answer;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * One request of the walk and what its answer must be like; that no answer holds a trace of what is
 * not to be seen goes without saying.
 *
 * @param headers names and values in turns
 */
record Question(
        String method,
        String path,
        @Nullable String body,
        List<String> headers,
        Expected expected) {

    sealed interface Expected {}

    /** Exactly the answer that a thing gets which is not there. */
    record Like(Question absent, String planted, String missing) implements Expected {}

    /** One of these statuses. */
    record Status(List<Integer> some) implements Expected {}

    /** An answer with status 200 of which this is true. */
    record Holds(String what, Predicate<Answer> check) implements Expected {}

    /**
     * For those who watch over deeds: which thing it was, by its id, and nothing that stands in it.
     */
    record IdsOnly() implements Expected {}

    /** Any answer without a trace. */
    record Traceless() implements Expected {}

    static Question get(String path, Expected expected) {
        return new Question("GET", path, null, List.of(), expected);
    }

    Question with(String header, String value) {
        List<String> more = new ArrayList<>(headers);
        more.add(header);
        more.add(value);
        return new Question(method, path, body, List.copyOf(more), expected);
    }

    Question expecting(Expected other) {
        return new Question(method, path, body, headers, other);
    }

    Answer ask(TestClient client) {
        return client.send(
                method,
                path,
                body == null
                        ? BodyPublishers.noBody()
                        : BodyPublishers.ofString(body, StandardCharsets.UTF_8),
                headers.toArray(String[]::new));
    }

    /** Its own words, which an answer may repeat. */
    String words() {
        return path + " " + body + " " + headers;
    }

    @Override
    public String toString() {
        return method
                + " "
                + path
                + (body == null ? "" : " " + body)
                + (headers.isEmpty() ? "" : " " + headers);
    }
}
