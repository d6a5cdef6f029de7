package org.kedang.privacy;

import org.jspecify.annotations.Nullable;
import org.kedang.consent.ConsentChannel;
import org.kedang.identity.Directory;
import org.kedang.kernel.ChinaTime;
import org.kedang.kernel.Ids;
import org.kedang.kernel.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Letters and their templates, as rows. */
@Repository
public class Letters {
    private final JdbcClient jdbc;
    private final Directory directory;
    private final Clock clock;

    Letters(JdbcClient jdbc, Directory directory, Clock clock) {
        this.jdbc = jdbc;
        this.directory = directory;
        this.clock = clock;
    }

    /** All templates, those in use first. */
    public List<LetterTemplate> listTemplates() {
        return jdbc.sql("select * from letter_template order by retired_at is not null, id")
                .query((row, n) -> template(row))
                .list();
    }

    Optional<LetterTemplate> findTemplate(UUID id) {
        return jdbc.sql("select * from letter_template where id = :id")
                .param("id", id)
                .query((row, n) -> template(row))
                .optional();
    }

    private static LetterTemplate template(ResultSet row) throws SQLException {
        return new LetterTemplate(
                row.getObject("id", UUID.class),
                row.getLong("version"),
                LetterKind.valueOf(row.getString("kind")),
                row.getString("title"),
                row.getString("body"),
                row.getObject("retired_at") != null);
    }

    void addTemplate(UUID id, LetterTemplateFields fields, UUID by) {
        written(
                        "insert into letter_template (id, kind, title, body, retired_at,"
                                + " changed_at, changed_by) values (:id, :kind, :title, :body,"
                                + " :retiredAt, :now, :by)",
                        id,
                        fields,
                        by)
                .update();
    }

    /** Whether it still had that version, and so was rewritten. */
    boolean rewriteTemplate(UUID id, long version, LetterTemplateFields fields, UUID by) {
        return written(
                                "update letter_template set version = version + 1, kind = :kind,"
                                        + " title = :title, body = :body, retired_at = :retiredAt,"
                                        + " changed_at = :now, changed_by = :by where id = :id and"
                                        + " version = :version",
                                id,
                                fields,
                                by)
                        .param("version", version)
                        .update()
                == 1;
    }

    private JdbcClient.StatementSpec written(
            String sql, UUID id, LetterTemplateFields fields, UUID by) {
        return jdbc.sql(sql)
                .param("id", id)
                .param("kind", fields.kind().name())
                .param("title", fields.title().strip())
                .param("body", fields.body().strip())
                .param("retiredAt", fields.retired() ? now() : null)
                .param("now", now())
                .param("by", by);
    }

    UUID add(UUID customer, LetterTemplate template, String body, UUID by) {
        UUID id = Ids.next();
        long run = jdbc.sql("select nextval('letter_number')").query(Long.class).single();
        jdbc.sql(
                        """
                        insert into letter (id, number, customer_id, template_id, kind, title, body, prepared_by, prepared_at)
                        values (:id, :number, :customer, :template, :kind, :title, :body, :by, :now)
                        """)
                .param("id", id)
                .param("number", "GZ%d-%05d".formatted(today().getYear(), run))
                .param("customer", customer)
                .param("template", template.id())
                .param("kind", template.kind().name())
                .param("title", template.title())
                .param("body", body)
                .param("by", by)
                .param("now", now())
                .update();
        return id;
    }

    Letter get(UUID id) {
        return jdbc.sql("select * from letter where id = :id")
                .param("id", id)
                .query((row, n) -> letter(row))
                .optional()
                .orElseThrow(Problem::notFound);
    }

    /** The letters to a customer, the newest first. */
    List<Letter> list(UUID customer) {
        return jdbc.sql(
                        "select * from letter where customer_id = :customer order by prepared_at"
                                + " desc, id desc limit 1000")
                .param("customer", customer)
                .query((row, n) -> letter(row))
                .list();
    }

    /** Whether it had not been handed over before. */
    boolean handOver(UUID id, LetterHandover handover, UUID by) {
        return jdbc.sql(
                                """
                                update letter set handed_on = :on, handed_how = :how, handed_to = :to, handed_by = :by, handed_at = :now
                                where id = :id and handed_on is null
                                """)
                        .param("id", id)
                        .param("on", handover.handedOn())
                        .param("how", handover.handedHow().name())
                        .param("to", handover.handedTo().strip())
                        .param("by", by)
                        .param("now", now())
                        .update()
                == 1;
    }

    long count(UUID customer) {
        return jdbc.sql("select count(*) from letter where customer_id = :customer")
                .param("customer", customer)
                .query(Long.class)
                .single();
    }

    void erase(UUID customer) {
        jdbc.sql("delete from letter where customer_id = :customer")
                .param("customer", customer)
                .update();
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ChinaTime.ZONE);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private Letter letter(ResultSet row) throws SQLException {
        String how = row.getString("handed_how");
        UUID hander = row.getObject("handed_by", UUID.class);
        return new Letter(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getObject("customer_id", UUID.class),
                LetterKind.valueOf(row.getString("kind")),
                row.getString("title"),
                row.getString("body"),
                directory.personName(row.getObject("prepared_by", UUID.class)),
                row.getObject("prepared_at", OffsetDateTime.class).toInstant(),
                row.getObject("handed_on", LocalDate.class),
                channel(how),
                row.getString("handed_to"),
                hander == null ? null : directory.personName(hander));
    }

    private static @Nullable ConsentChannel channel(@Nullable String how) {
        return how == null ? null : ConsentChannel.valueOf(how);
    }
}
