package org.kedang.walk;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.UUID;

/**
 * A thing that some may see and others not.
 *
 * @param owner who looks after it (of its dossier or customer)
 * @param department whose it is (its dossier's or customer's)
 * @param secrecy its own level, 0 for customers
 * @param parent the customer of a dossier, the dossier of an item, the item of a file
 * @param number customer's or archival number; the file's name
 * @param word the word that stands in its title and nowhere else
 * @param fields what else it holds, by the API's names
 */
record Planted(
        Kind kind,
        UUID id,
        UUID owner,
        UUID department,
        int secrecy,
        @Nullable Planted parent,
        String number,
        String word,
        Map<String, String> fields) {

    /** The customer it is about. */
    Planted customer() {
        return parent == null ? this : parent.customer();
    }

    /** The parent, which everything but a customer has. */
    Planted whole() {
        if (parent == null) {
            throw new IllegalStateException(this + " is in nothing");
        }
        return parent;
    }

    @Override
    public String toString() {
        return "%s %s (secrecy %d)".formatted(kind, number, secrecy);
    }
}
