package org.kedang.index;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * State of the index.
 *
 * @param rebuilding whether it is being built anew; until then not everything is found
 * @param done things put in since the rebuilding began
 * @param expected things to be put in by the rebuilding
 * @param complete whether it holds all there is
 * @param waiting changes not in the index yet; counted up to 1,000
 * @param oldestWaiting when the oldest of them was made
 * @param givenUp changes that failed again and again; a rebuilding takes them in
 * @param lastFailure what went wrong last, in words for the operator
 */
public record IndexHealth(
        boolean rebuilding,
        long done,
        long expected,
        boolean complete,
        long waiting,
        @Nullable Instant oldestWaiting,
        long givenUp,
        @Nullable String lastFailure) {}
