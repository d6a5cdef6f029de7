package org.kedang.access;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * The days on which an agreement holds, both included.
 *
 * @param from first day
 * @param until last day
 */
record AgreementTerm(LocalDate from, LocalDate until) {

    /**
     * The last day of the unbroken run of terms that today lies in, however they overlap; {@code
     * null} if none of them holds today.
     */
    static @Nullable LocalDate holdsUntil(Collection<AgreementTerm> terms, LocalDate today) {
        List<AgreementTerm> byBeginning =
                terms.stream().sorted(Comparator.comparing(AgreementTerm::from)).toList();
        LocalDate covered = today.minusDays(1);
        for (AgreementTerm term : byBeginning) {
            if (!term.from.isAfter(covered.plusDays(1)) && term.until.isAfter(covered)) {
                covered = term.until;
            }
        }
        return covered.isBefore(today) ? null : covered;
    }
}
