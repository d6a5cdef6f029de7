package org.kedang.index;

import org.jspecify.annotations.Nullable;
import org.kedang.identity.Visibility;
import org.kedang.kernel.Paging;

import java.util.List;
import java.util.Map;

/**
 * What is asked of the index.
 *
 * @param kinds entity names of the things wanted, each with what the asker may see of them
 * @param typed what a person typed
 * @param inTexts whether the things wanted have running texts
 * @param order {@code null} puts the best fitting first
 */
public record Question(
        Map<String, Visibility> kinds,
        String typed,
        boolean inTexts,
        List<Narrowing> narrowings,
        @Nullable Order order,
        Paging paging) {

    /**
     * An order by one of the sorts that a thing carries.
     *
     * @param sort name of the sort
     */
    public record Order(String sort, boolean descending) {}

    /** A condition on one of the filters that a thing carries. */
    public sealed interface Narrowing {
        String filter();

        /** Equal to the value. */
        record Is(String filter, String value) implements Narrowing {}

        /** Equal to one of the values; nothing is if there are none. */
        record OneOf(String filter, List<String> values) implements Narrowing {}

        /** Begins with the text. */
        record BeginsWith(String filter, String start) implements Narrowing {}

        /** Not before {@code from} and not after {@code to}, as texts; {@code null} is open. */
        record Between(String filter, @Nullable String from, @Nullable String to)
                implements Narrowing {}
    }
}
