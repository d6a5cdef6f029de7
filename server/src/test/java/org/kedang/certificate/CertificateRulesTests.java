package org.kedang.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kedang.kernel.Problem;

import java.time.LocalDate;

class CertificateRulesTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private static CertificateFields fields(
            CertificateKind kind,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            boolean longTerm) {
        return new CertificateFields(kind, null, null, null, from, until, longTerm, null, null)
                .normalised();
    }

    @ParameterizedTest
    @CsvSource({
        "PERMIT, , , false, validUntil, required",
        "PERMIT, , 2030-01-01, true, validUntil, not-for-long-term",
        "PERMIT, 2026-01-02, 2026-01-01, false, validUntil, out-of-range",
        "PERMIT, 1900-01-01, 2026-01-01, false, validFrom, unlikely-date",
        "PERMIT, , 2999-01-01, false, validUntil, unlikely-date",
        "OTHER, , 2030-01-01, false, name, required"
    })
    void refusesWhatCannotBe(
            CertificateKind kind,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            boolean longTerm,
            String field,
            String slug) {
        Problem problem =
                catchThrowableOfType(
                        Problem.class,
                        () -> CertificateRules.check(fields(kind, from, until, longTerm)));

        assertThat(problem.fields()).extracting(Problem.Field::name).containsExactly(field);
        assertThat(problem.fields()).extracting(Problem.Field::slug).containsExactly(slug);
    }

    @Test
    void takesOneThatDoesNotEnd() {
        assertThatCode(
                        () ->
                                CertificateRules.check(
                                        fields(CertificateKind.BUSINESS_LICENCE, null, null, true)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        ", , VALID",
        "2026-11-24, , FUTURE",
        ", 2026-11-22, EXPIRED",
        ", 2026-11-23, EXPIRING",
        ", 2027-01-22, EXPIRING",
        ", 2027-01-23, VALID",
        "2026-12-01, 2026-12-31, FUTURE"
    })
    void standsByItsTerm(
            @Nullable LocalDate from, @Nullable LocalDate until, CertificateState state) {
        assertThat(CertificateState.of(from, until, TODAY, 60)).isEqualTo(state);
    }
}
