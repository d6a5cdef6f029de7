package org.kedang.archive;

import org.jspecify.annotations.Nullable;
import org.kedang.document.Severity;
import org.kedang.identity.Directory;
import org.kedang.kernel.Actor;
import org.kedang.kernel.SqlPredicate;
import org.kedang.storage.ContentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Reads files as people see them; every query that answers people carries the reader's visibility.
 */
@Repository
public class FileRecords {
    /** What a file is by its content. */
    public record FileFormat(String mime, String name) {}

    /**
     * A version of a file.
     *
     * @param current whether it is the newest of its name
     * @param size in bytes
     * @param format {@code null} until it is examined
     * @param worst the gravest of its findings; {@code null} if there is none yet
     */
    public record FileView(
            UUID id,
            UUID itemId,
            String name,
            int versionNumber,
            boolean current,
            long size,
            String sha256,
            @Nullable FileFormat format,
            ExaminationState examination,
            @Nullable Severity worst,
            Instant uploadedAt,
            String uploadedByName) {}

    /** A finding of a file's examination, in words. */
    public record FindingView(
            String code, Severity severity, String zh, String en, @Nullable String detail) {}

    /** A file inside a file. */
    public record EntryView(String path, long size) {}

    /** All that a file's examination found out; {@code state} tells whether it is over. */
    public record Findings(
            ExaminationState state,
            @Nullable FileFormat format,
            @Nullable Integer pages,
            int attempts,
            @Nullable Instant examinedAt,
            List<FindingView> findings,
            List<EntryView> entries) {}

    /** A file with what serving it needs. */
    public record ServedFile(FileView file, ContentId content, UUID dossierId, UUID customerId) {}

    private static final String SELECT =
            """
            select f.*, d.id dossier_id, d.customer_id
            from digital_file f join item i on i.id = f.item_id join dossier d on d.id = i.dossier_id where
            """;

    private final JdbcClient jdbc;
    private final Access access;
    private final ExaminationReports reports;
    private final Directory directory;

    FileRecords(JdbcClient jdbc, Access access, ExaminationReports reports, Directory directory) {
        this.jdbc = jdbc;
        this.access = access;
        this.reports = reports;
        this.directory = directory;
    }

    public Optional<ServedFile> find(Actor actor, UUID id) {
        SqlPredicate visible = access.items(actor);
        return jdbc.sql(SELECT + "f.id = :id and " + visible.sql())
                .params(visible.params())
                .param("id", id)
                .query(
                        (row, number) ->
                                new ServedFile(
                                        view(row, number),
                                        new ContentId(row.getObject("content_id", UUID.class)),
                                        row.getObject("dossier_id", UUID.class),
                                        row.getObject("customer_id", UUID.class)))
                .optional();
    }

    /** All versions of all files of an item, newest first. */
    public List<FileView> listVersions(Actor actor, UUID item) {
        SqlPredicate visible = access.items(actor);
        return jdbc.sql(
                        SELECT
                                + "f.item_id = :item and "
                                + visible.sql()
                                + " order by f.uploaded_at desc, f.id desc")
                .params(visible.params())
                .param("item", item)
                .query(this::view)
                .list();
    }

    public Optional<Findings> findFindings(Actor actor, UUID id) {
        SqlPredicate visible = access.items(actor);
        return jdbc.sql(SELECT + "f.id = :id and " + visible.sql())
                .params(visible.params())
                .param("id", id)
                .query((row, number) -> findings(row, number))
                .optional();
    }

    /** The newest versions of the files of items that the reader is known to see. */
    List<FileView> listCurrent(List<UUID> items) {
        return items.isEmpty()
                ? List.of()
                : jdbc.sql(
                                "select f.* from digital_file f where f.item_id in (:items) and"
                                        + " f.current order by f.name, f.id")
                        .param("items", items)
                        .query(this::view)
                        .list();
    }

    private Findings findings(ResultSet row, int number) throws SQLException {
        FileView file = view(row, number);
        OffsetDateTime examined = row.getObject("examined_at", OffsetDateTime.class);
        Optional<ExaminationReports.Report> report = reports.find(file.id());
        return new Findings(
                file.examination(),
                file.format(),
                report.map(ExaminationReports.Report::pages).orElse(null),
                row.getInt("attempts"),
                examined == null ? null : examined.toInstant(),
                report.stream()
                        .flatMap(some -> some.findings().stream())
                        .map(
                                f ->
                                        new FindingView(
                                                f.code(), f.severity(), f.zh(), f.en(), f.detail()))
                        .toList(),
                report.stream()
                        .flatMap(some -> some.entries().stream())
                        .map(entry -> new EntryView(entry.path(), entry.size()))
                        .toList());
    }

    private FileView view(ResultSet row, int number) throws SQLException {
        String mime = row.getString("format_mime");
        String worst = row.getString("worst");
        return new FileView(
                row.getObject("id", UUID.class),
                row.getObject("item_id", UUID.class),
                row.getString("name"),
                row.getInt("version_number"),
                row.getBoolean("current"),
                row.getLong("size"),
                row.getString("sha256"),
                mime == null ? null : new FileFormat(mime, row.getString("format_name")),
                ExaminationState.valueOf(row.getString("examination")),
                worst == null ? null : Severity.valueOf(worst),
                row.getObject("uploaded_at", OffsetDateTime.class).toInstant(),
                directory.personName(row.getObject("uploaded_by", UUID.class)));
    }
}
