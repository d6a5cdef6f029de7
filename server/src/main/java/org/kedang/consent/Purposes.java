package org.kedang.consent;

import org.jspecify.annotations.Nullable;
import org.kedang.form.Label;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Purposes, as rows; there are a handful. */
@Repository
public class Purposes {
    private final JdbcClient jdbc;
    private final Clock clock;

    Purposes(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** All, those in use first. */
    public List<Purpose> list() {
        return jdbc.sql("select * from consent_purpose order by retired_at is not null, id")
                .query((row, n) -> purpose(row))
                .list();
    }

    Optional<Purpose> find(UUID id) {
        return jdbc.sql("select * from consent_purpose where id = :id")
                .param("id", id)
                .query((row, n) -> purpose(row))
                .optional();
    }

    Optional<Purpose> findByCode(String code) {
        return jdbc.sql("select * from consent_purpose where code = :code")
                .param("code", code)
                .query((row, n) -> purpose(row))
                .optional();
    }

    void add(UUID id, String code, PurposeFields fields, UUID by) {
        written(
                        """
                        insert into consent_purpose (id, code, zh, en, why, basis, needs_consent, warns, months, retired_at,
                            changed_at, changed_by)
                        values (:id, :code, :zh, :en, :why, :basis, :needsConsent, :warns, :months, :retiredAt, :now, :by)
                        """,
                        id,
                        fields,
                        by)
                .param("code", code)
                .update();
    }

    /** Whether it still had that version, and so was rewritten. */
    boolean rewrite(UUID id, long version, PurposeFields fields, UUID by) {
        return written(
                                """
                                update consent_purpose set version = version + 1, zh = :zh, en = :en, why = :why, basis = :basis,
                                    needs_consent = :needsConsent, warns = :warns, months = :months,
                                    retired_at = case when cast(:retiredAt as timestamptz) is null then null
                                        else coalesce(retired_at, :retiredAt) end,
                                    changed_at = :now, changed_by = :by
                                where id = :id and version = :version
                                """,
                                id,
                                fields,
                                by)
                        .param("version", version)
                        .update()
                == 1;
    }

    private JdbcClient.StatementSpec written(String sql, UUID id, PurposeFields fields, UUID by) {
        OffsetDateTime now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        return jdbc.sql(sql)
                .param("id", id)
                .param("zh", fields.name().zh().strip())
                .param("en", fields.name().en().strip())
                .param("why", fields.why().strip())
                .param("basis", fields.basis().name())
                .param("needsConsent", fields.needsConsent())
                .param("warns", fields.needsConsent() && fields.warns())
                .param("months", fields.months())
                .param("retiredAt", fields.retired() ? now : null)
                .param("now", now)
                .param("by", by);
    }

    private static Purpose purpose(ResultSet row) throws SQLException {
        return new Purpose(
                row.getObject("id", UUID.class),
                row.getLong("version"),
                row.getString("code"),
                Label.of(row.getString("zh"), row.getString("en")),
                row.getString("why"),
                LawfulBasis.valueOf(row.getString("basis")),
                row.getBoolean("needs_consent"),
                row.getBoolean("warns"),
                months(row),
                row.getObject("retired_at") != null);
    }

    private static @Nullable Integer months(ResultSet row) throws SQLException {
        return row.getObject("months", Integer.class);
    }
}
