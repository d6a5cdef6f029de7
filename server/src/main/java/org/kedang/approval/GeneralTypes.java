package org.kedang.approval;

import org.kedang.form.Form;
import org.kedang.form.Forms;
import org.kedang.form.Label;
import org.kedang.kernel.Actor;
import org.kedang.kernel.AfterCommit;
import org.kedang.kernel.Recent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** General requests that departments defined, as rows. */
@Repository
class GeneralTypes {
    /** So long another node may still take a type that was retired. */
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final JdbcClient jdbc;
    private final Forms forms;
    private final Clock clock;
    private final Recent<String, Optional<GeneralType>> lately =
            new Recent<>(FRESH, 1_000, this::read);

    GeneralTypes(JdbcClient jdbc, Forms forms, Clock clock) {
        this.jdbc = jdbc;
        this.forms = forms;
        this.clock = clock;
    }

    Optional<GeneralType> find(String code) {
        return lately.get(code);
    }

    private Optional<GeneralType> read(String code) {
        return jdbc.sql("select * from approval_general_type where code = :code")
                .param("code", code)
                .query((row, n) -> type(row))
                .optional();
    }

    List<GeneralType> listOpen() {
        return jdbc.sql("select * from approval_general_type where retired_at is null order by zh")
                .query((row, n) -> type(row))
                .list();
    }

    private GeneralType type(ResultSet row) throws SQLException {
        return new GeneralType(
                row.getString("code"),
                Label.of(row.getString("zh"), row.getString("en")),
                row.getObject("department_id", UUID.class),
                forms.get(row.getString("code"), row.getInt("form_version")),
                row.getObject("retired_at", OffsetDateTime.class) != null);
    }

    void add(Actor by, String code, Label name, UUID department, Form form) {
        jdbc.sql(
                        """
                        insert into approval_general_type (code, zh, en, department_id, form_version, made_by, made_at)
                        values (:code, :zh, :en, :department, :version, :by, :now)
                        """)
                .param("code", code)
                .param("zh", name.zh())
                .param("en", name.en())
                .param("department", department)
                .param("version", forms.keep(code, form))
                .param("by", by.id())
                .param("now", now())
                .update();
        AfterCommit.run(() -> lately.forget(code));
    }

    void retire(String code) {
        jdbc.sql(
                        "update approval_general_type set retired_at = :now where code = :code and"
                                + " retired_at is null")
                .param("code", code)
                .param("now", now())
                .update();
        AfterCommit.run(() -> lately.forget(code));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
