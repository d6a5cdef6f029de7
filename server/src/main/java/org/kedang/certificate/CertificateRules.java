package org.kedang.certificate;

import org.jspecify.annotations.Nullable;
import org.kedang.kernel.KernelProblem;
import org.kedang.kernel.Problem;

import java.time.LocalDate;

/** What a certificate's fields obey beyond their lengths; all that is broken is told at once. */
final class CertificateRules {
    private static final LocalDate EARLIEST = LocalDate.of(1949, 10, 1);
    private static final LocalDate LATEST = LocalDate.of(2200, 1, 1);

    private CertificateRules() {}

    /** Refuses fields that break a rule; they must be normalised. */
    static void check(CertificateFields fields) {
        Problem problem = Problem.of(KernelProblem.INVALID_INPUT);
        if (fields.kind() == CertificateKind.OTHER && fields.name() == null) {
            problem.field("name", "required", "其他证照须填写名称。", "Any other certificate needs a name.");
        }
        checkTerm(fields, problem);
        checkDay(problem, "validFrom", fields.validFrom());
        checkDay(problem, "validUntil", fields.validUntil());
        checkDay(problem, "reviewDue", fields.reviewDue());
        if (!problem.fields().isEmpty()) {
            throw problem;
        }
    }

    private static void checkTerm(CertificateFields fields, Problem problem) {
        LocalDate until = fields.validUntil();
        LocalDate from = fields.validFrom();
        if (until == null && !fields.endless()) {
            problem.field(
                    "validUntil",
                    "required",
                    "请填写有效期至；长期有效的请选“长期”。",
                    "Give the last day, or say that it does not end.");
        } else if (until != null && fields.endless()) {
            problem.field(
                    "validUntil",
                    "not-for-long-term",
                    "长期有效的证照没有截止日期，请二选一。",
                    "A certificate that does not end has no last day; give one of both.");
        } else if (until != null && from != null && until.isBefore(from)) {
            problem.field(
                    "validUntil",
                    "out-of-range",
                    "有效期至不能早于起始日期。",
                    "The last day cannot come before the first.");
        }
    }

    private static void checkDay(Problem problem, String name, @Nullable LocalDate day) {
        if (day != null && (day.isBefore(EARLIEST) || day.isAfter(LATEST))) {
            problem.field(
                    name,
                    "unlikely-date",
                    "日期应在 1949-10-01 至 2200-01-01 之间，请对照证照核对。",
                    "The day lies between 1949-10-01 and 2200-01-01; compare it with the paper.");
        }
    }
}
