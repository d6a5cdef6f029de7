package org.kedang.contact;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A change of a contact.
 *
 * @param basedOn the version that it was made on
 * @param named names of the fields that it speaks of, whether or not it changes them
 * @param rewriting makes the new fields of those that are stored
 * @param since from which day the contact has another part in decisions; today if not given
 * @param reason why
 */
public record ContactChange(
        long basedOn,
        Set<String> named,
        UnaryOperator<ContactFields> rewriting,
        @Nullable LocalDate since,
        @Nullable String reason) {}
