package org.kedang.access;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.List;

class AgreementTermTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 12, 31);

    @Test
    void runsOnWhereTheNextTermBegins() {
        List<AgreementTerm> terms =
                List.of(
                        new AgreementTerm(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 12, 31)),
                        new AgreementTerm(LocalDate.of(2026, 1, 1), TODAY));

        assertThat(AgreementTerm.holdsUntil(terms, TODAY)).isEqualTo(LocalDate.of(2027, 12, 31));
    }

    @Test
    void stopsAtAGapOfOneDay() {
        List<AgreementTerm> terms =
                List.of(
                        new AgreementTerm(LocalDate.of(2026, 1, 1), TODAY),
                        new AgreementTerm(LocalDate.of(2027, 1, 2), LocalDate.of(2027, 12, 31)));

        assertThat(AgreementTerm.holdsUntil(terms, TODAY)).isEqualTo(TODAY);
    }

    @Test
    void holdsNothingWithoutATermToday() {
        assertThat(AgreementTerm.holdsUntil(List.of(), TODAY)).isNull();
        assertThat(
                        AgreementTerm.holdsUntil(
                                List.of(new AgreementTerm(TODAY.plusDays(1), TODAY.plusDays(9))),
                                TODAY))
                .isNull();
    }

    @Property
    void coversEveryDayUpToTheAnswerAndNotTheNext(@ForAll("terms") List<AgreementTerm> terms) {
        LocalDate until = AgreementTerm.holdsUntil(terms, TODAY);
        LocalDate end = until == null ? TODAY.minusDays(1) : until;

        TODAY.datesUntil(end.plusDays(1)).forEach(day -> assertThat(covers(terms, day)).isTrue());
        assertThat(covers(terms, end.plusDays(1))).isFalse();
    }

    @Provide
    Arbitrary<List<AgreementTerm>> terms() {
        Arbitrary<Integer> begins = Arbitraries.integers().between(-40, 40);
        Arbitrary<Integer> lasts = Arbitraries.integers().between(0, 30);
        return Combinators.combine(begins, lasts)
                .as(
                        (begin, length) ->
                                new AgreementTerm(
                                        TODAY.plusDays(begin), TODAY.plusDays(begin + length)))
                .list()
                .ofMaxSize(8);
    }

    private static boolean covers(List<AgreementTerm> terms, LocalDate day) {
        return terms.stream().anyMatch(t -> !day.isBefore(t.from()) && !day.isAfter(t.until()));
    }
}
