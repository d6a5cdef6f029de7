package org.kedang.archive;

import org.jspecify.annotations.Nullable;
import org.kedang.document.ContainedEntry;
import org.kedang.document.Finding;
import org.kedang.document.Severity;
import org.kedang.storage.ContentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

import java.sql.Types;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** What examinations found out, and where the texts are. */
@Repository
class ExaminationReports {
    private static final TypeReference<List<KeptFinding>> FINDINGS = new TypeReference<>() {};
    private static final TypeReference<List<ContainedEntry>> ENTRIES = new TypeReference<>() {};

    /**
     * A finding in words.
     *
     * @param detail those of its details that the words do not tell, in one line; {@code null} if
     *     there are none
     */
    record KeptFinding(
            String code, Severity severity, String zh, String en, @Nullable String detail) {
        static KeptFinding of(Finding finding) {
            String detail =
                    finding.details().entrySet().stream()
                            .filter(
                                    pair ->
                                            !finding.code()
                                                    .zh()
                                                    .contains("{" + pair.getKey() + "}"))
                            .sorted(Map.Entry.comparingByKey())
                            .map(pair -> pair.getKey() + ": " + pair.getValue())
                            .collect(Collectors.joining("; "));
            return new KeptFinding(
                    finding.code().name(),
                    finding.severity(),
                    finding.zh(),
                    finding.en(),
                    detail.isEmpty() ? null : detail);
        }
    }

    /** All that was found out about a file. */
    record Report(
            @Nullable Integer pages, List<KeptFinding> findings, List<ContainedEntry> entries) {}

    /** Where the text of a file is kept. */
    record KeptText(ContentId content, boolean truncated) {}

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    ExaminationReports(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void keep(
            UUID file,
            @Nullable Integer pages,
            List<Finding> findings,
            List<ContainedEntry> entries) {
        jdbc.sql(
                        """
                        insert into examination_report (file_id, pages, findings, entries)
                        values (:file, :pages, :findings::jsonb, :entries::jsonb)
                        on conflict (file_id) do update
                            set pages = excluded.pages, findings = excluded.findings, entries = excluded.entries
                        """)
                .param("file", file)
                .param("pages", pages, Types.INTEGER)
                .param(
                        "findings",
                        json.writeValueAsString(findings.stream().map(KeptFinding::of).toList()))
                .param("entries", json.writeValueAsString(entries))
                .update();
    }

    Optional<Report> find(UUID file) {
        return jdbc.sql("select pages, findings, entries from examination_report where file_id = ?")
                .param(file)
                .query(
                        (row, number) ->
                                new Report(
                                        row.getObject("pages", Integer.class),
                                        json.readValue(row.getString("findings"), FINDINGS),
                                        json.readValue(row.getString("entries"), ENTRIES)))
                .optional();
    }

    void keepText(UUID file, ContentId content, boolean truncated) {
        jdbc.sql(
                        """
                        insert into rendition (file_id, kind, content_id, truncated) values (?, 'TEXT', ?, ?)
                        on conflict (file_id, kind) do update
                            set content_id = excluded.content_id, truncated = excluded.truncated
                        """)
                .params(file, content.value(), truncated)
                .update();
    }

    Optional<KeptText> findText(UUID file) {
        return jdbc.sql(
                        "select content_id, truncated from rendition where file_id = ? and kind ="
                                + " 'TEXT'")
                .param(file)
                .query(
                        (row, number) ->
                                new KeptText(
                                        new ContentId(row.getObject("content_id", UUID.class)),
                                        row.getBoolean("truncated")))
                .optional();
    }
}
