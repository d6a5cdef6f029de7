package org.kedang.index;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What the index keeps of one thing that people look for.
 *
 * @param names what it is or was called; found by any part, pinyin and initials
 * @param codes numbers and codes; found by any part
 * @param reach through whom and how it is reached
 * @param texts words in running text
 * @param ownerId whose it is
 * @param departmentId which department's it is
 * @param dossierId which dossier it is or lies in; {@code null} for what is in none
 * @param secrecy position of its effective secrecy level, 0 for things without one
 * @param recent when it was last changed; orders what fits equally well, the newest first
 * @param filters field → value by which a list is narrowed; values without order, or that sort as
 *     text
 * @param sorts field → value that sorts as text
 */
public record Thing(
        List<@Nullable String> names,
        List<@Nullable String> codes,
        Reach reach,
        List<@Nullable String> texts,
        UUID ownerId,
        UUID departmentId,
        @Nullable UUID dossierId,
        int secrecy,
        Instant recent,
        Map<String, @Nullable Object> filters,
        Map<String, @Nullable String> sorts) {

    /**
     * Through whom and how a thing is reached.
     *
     * @param people names of people; found by any part of two characters or more, pinyin and
     *     initials
     * @param phones found by any four digits in a row, by those who see masked phones by all digits
     *     of a number
     * @param mails found by how they begin, by those who see masked mails by the whole address
     */
    public record Reach(List<String> people, List<String> phones, List<String> mails) {
        public static final Reach NONE = new Reach(List.of(), List.of(), List.of());
    }
}
