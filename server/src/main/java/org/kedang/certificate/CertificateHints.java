package org.kedang.certificate;

import org.kedang.customer.CustomerSummary;
import org.kedang.customer.Hint;
import org.kedang.customer.HintSource;
import org.kedang.form.Label;
import org.kedang.kernel.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** Warns of certificates that ended or end within a month, and of reviews that are late. */
@Component
class CertificateHints implements HintSource {
    private static final int SOON = 30;
    private static final int MOST = 3;
    private static final int LONGEST = 30;

    private record Line(
            CertificateKind kind, String name, LocalDate validUntil, LocalDate reviewDue) {}

    private final JdbcClient jdbc;
    private final Certificates certificates;

    CertificateHints(JdbcClient jdbc, Certificates certificates) {
        this.jdbc = jdbc;
        this.certificates = certificates;
    }

    @Override
    public List<Hint> list(Actor reader, CustomerSummary customer) {
        LocalDate today = certificates.today();
        return jdbc
                .sql(
                        """
                        select kind, coalesce(name, '') "name", coalesce(valid_until, 'infinity') valid_until,
                               coalesce(review_due, 'infinity') review_due
                        from certificate
                        where customer_id = :customer and voided_on is null and replaced_by is null
                          and (valid_until <= :soon or review_due < :today)
                        order by least(valid_until, review_due) limit :most
                        """)
                .param("customer", customer.id())
                .param("soon", today.plusDays(SOON))
                .param("today", today)
                .param("most", MOST)
                .query(Line.class)
                .list()
                .stream()
                .map(line -> new Hint(Hint.Kind.WARNING, words(line, today), "certificates"))
                .toList();
    }

    private static Label words(Line line, LocalDate today) {
        String zh = shortened(line.name().isEmpty() ? line.kind().zh() : line.name());
        String en = line.name().isEmpty() ? line.kind().en() : zh;
        LocalDate until = line.validUntil();
        if (until.isBefore(today)) {
            return Label.of(zh + "已于 " + until + " 过期", en + " expired on " + until);
        }
        return until.isAfter(today.plusDays(SOON))
                ? Label.of(
                        zh + "年检已逾期（" + line.reviewDue() + "）",
                        en + " was to be reviewed by " + line.reviewDue())
                : Label.of(zh + "将于 " + until + " 到期", en + " expires on " + until);
    }

    private static String shortened(String name) {
        return Objects.requireNonNull(name).length() > LONGEST
                ? name.substring(0, LONGEST - 1) + "…"
                : name;
    }
}
