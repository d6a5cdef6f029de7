package org.kedang.customer;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * What narrows customers by what kind of company they are and how long they have been one's
 * customers; {@code null} does not.
 *
 * @param companySize not {@code size}, which is a page's
 * @param cooperatingFrom the earliest day on which working together began
 * @param cooperatingTo the latest
 */
public record CompanyTraits(
        @Nullable CustomerSize companySize,
        @Nullable CustomerNature nature,
        @Nullable CustomerSource source,
        @Nullable LocalDate cooperatingFrom,
        @Nullable LocalDate cooperatingTo) {
    public static final CompanyTraits ANY = new CompanyTraits(null, null, null, null, null);
}
