package org.kedang.search;

import org.jspecify.annotations.Nullable;
import org.kedang.identity.SecrecyLevel;
import org.kedang.index.Highlighter;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A thing that answers a search, with the places where it does. */
public record Hit(
        HitType type,
        UUID id,
        String title,
        @Nullable String number,
        @Nullable UUID customerId,
        @Nullable String customerName,
        @Nullable UUID dossierId,
        @Nullable String dossierTitle,
        @Nullable UUID itemId,
        @Nullable String itemTitle,
        @Nullable SecrecyLevel secrecy,
        @Nullable LocalDate date,
        List<Highlight> highlights) {

    /**
     * A field in which typed words stand.
     *
     * @param field name of the field; {@code text} is the full text, of which this is a fragment
     */
    public record Highlight(String field, List<Highlighter.Part> parts) {}
}
