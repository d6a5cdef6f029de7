package org.kedang.certificate;

import org.kedang.kernel.ChinaTime;
import org.kedang.notice.Message;
import org.kedang.notice.Message.Wording;
import org.kedang.notice.Telling;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/**
 * Tells customers' owners what falls due. That it was told is kept in the transaction that tells,
 * so that nobody is told twice and a killed node's reminders are told by the next.
 */
@Service
class RemindingOfCertificates {
    private static final int BATCH = 200;

    /**
     * Those for whom a step has come that was not told; as the day draws near, steps only grow
     * smaller.
     */
    private static final String TAKE =
            """
            with come as (
                select t.id, t.kind, t.{day} due, c.id customer_id, c.number, c.owner_id,
                       (select min(s) from unnest(:steps::int[]) s where s >= t.{day} - :today) step
                from certificate t join customer c on c.id = t.customer_id
                where t.voided_on is null and t.replaced_by is null and t.{day} between :today and :last
                  and not exists (
                      select 1 from certificate_reminder r
                      where r.certificate_id = t.id and r.what = :what and r.due = t.{day}
                        and r.step <= (select min(s) from unnest(:steps::int[]) s where s >= t.{day} - :today))
                order by t.{day}, t.id limit :batch),
            kept as (
                insert into certificate_reminder (certificate_id, what, due, step, told_at)
                select id, :what, due, step, :now from come
                on conflict do nothing returning certificate_id)
            select come.* from come join kept on kept.certificate_id = come.id
            """;

    private record Come(
            UUID id,
            CertificateKind kind,
            LocalDate due,
            UUID customerId,
            String number,
            UUID ownerId,
            int step) {}

    /** What is told of, and by which words. */
    private enum What {
        EXPIRY("valid_until", CertificateNotice.EXPIRING, "到期", "expires"),
        REVIEW("review_due", CertificateNotice.REVIEW, "年检到期", "is to be reviewed");

        private final String column;
        private final CertificateNotice notice;
        private final String zh;
        private final String en;

        What(String column, CertificateNotice notice, String zh, String en) {
            this.column = column;
            this.notice = notice;
            this.zh = zh;
            this.en = en;
        }
    }

    private final JdbcClient jdbc;
    private final Telling telling;
    private final CertificateSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    RemindingOfCertificates(
            JdbcClient jdbc,
            Telling telling,
            CertificateSettings settings,
            TransactionTemplate transaction,
            Clock clock) {
        this.jdbc = jdbc;
        this.telling = telling;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Tells all that is to be told today. */
    void remind() {
        for (What what : What.values()) {
            boolean more = true;
            while (more && !Thread.currentThread().isInterrupted()) {
                more = Boolean.TRUE.equals(transaction.execute(status -> remindSome(what)));
            }
        }
    }

    private boolean remindSome(What what) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ChinaTime.ZONE);
        List<Come> come = take(what, today);
        come.forEach(one -> tell(what, one, ChronoUnit.DAYS.between(today, one.due())));
        return come.size() == BATCH;
    }

    private List<Come> take(What what, LocalDate today) {
        return jdbc.sql(TAKE.replace("{day}", what.column))
                .param("steps", settings.remindBefore().toArray(Integer[]::new))
                .param("today", today)
                .param("last", today.plusDays(settings.ahead()))
                .param("what", what.name())
                .param("batch", BATCH)
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .query(Come.class)
                .list();
    }

    private void tell(What what, Come come, long left) {
        String zhDays = left == 0 ? "今天" : "还有 " + left + " 天";
        String enDays = left == 0 ? "today" : "in " + left + " days";
        telling.tell(
                List.of(come.ownerId()),
                what.notice,
                new Message(
                        "%s %s %d".formatted(come.id(), come.due(), come.step()),
                        new Wording(
                                "客户 %s 的%s%s%s"
                                        .formatted(
                                                come.number(), come.kind().zh(), zhDays, what.zh),
                                "%s of customer %s %s %s"
                                        .formatted(
                                                come.kind().en(), come.number(), what.en, enDays)),
                        new Wording(
                                "到期日 %s。请联系客户办理，办好后登记新证或标记年检。".formatted(come.due()),
                                "Due on %s. Ask the customer, then record the new one or mark the review."
                                        .formatted(come.due())),
                        "/customers/" + come.customerId() + "?tab=certificates"));
    }
}
