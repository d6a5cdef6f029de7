package org.kedang.archive;

import org.jspecify.annotations.Nullable;
import org.kedang.archive.FileTexts.FileText;
import org.kedang.identity.SecrecyLevel;
import org.kedang.identity.Visibility;
import org.kedang.index.FoundThing;
import org.kedang.index.FoundThings;
import org.kedang.kernel.Permission;
import org.kedang.kernel.SqlPredicate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Shows found dossiers, items and files in the one box, those that the reader may see by the
 * database.
 */
@Configuration(proxyBeanMethods = false)
class FoundArchives {
    private static final String DOSSIERS =
            """
            select d.id, d.number, d.title, d.secrecy effective, (d.opened_at at time zone 'Asia/Shanghai')::date dated,
                   d.customer_id, d.customer_name, d.note
            from dossier d where d.id in (:ids) and \
            """;

    private static final String ITEMS =
            """
            select i.id, i.number, i.title, greatest(d.secrecy, i.secrecy) effective, i.document_date dated,
                   d.customer_id, d.customer_name, d.id dossier_id, d.title dossier_title,
                   i.document_number, i.responsible_party, i.document_kind, i.keywords, i.note
            from item i join dossier d on d.id = i.dossier_id where i.id in (:ids) and \
            """;

    private static final String FILES =
            """
            select f.id, i.number, f.name title, greatest(d.secrecy, i.secrecy) effective,
                   (f.uploaded_at at time zone 'Asia/Shanghai')::date dated,
                   d.customer_id, d.customer_name, d.id dossier_id, d.title dossier_title, i.id item_id, i.title item_title
            from digital_file f join item i on i.id = f.item_id join dossier d on d.id = i.dossier_id
            where f.current and f.id in (:ids) and \
            """;

    private record Found(
            JdbcClient jdbc,
            String kind,
            String type,
            String sql,
            boolean inDossier,
            RowMapper<FoundThing> mapper)
            implements FoundThings {
        @Override
        public Permission permission() {
            return Permission.ARCHIVE_READ;
        }

        @Override
        public List<FoundThing> list(Collection<UUID> ids, Visibility visibility) {
            SqlPredicate dossier = visibility.dossiers("d");
            SqlPredicate visible =
                    inDossier ? dossier.and(visibility.withinClearance("i")) : dossier;
            return ids.isEmpty()
                    ? List.of()
                    : jdbc.sql(sql + visible.sql())
                            .param("ids", ids)
                            .params(visible.params())
                            .query(mapper)
                            .list();
        }
    }

    @Bean
    FoundThings foundDossiers(JdbcClient jdbc) {
        return new Found(
                jdbc, DossierBinder.KIND, "DOSSIER", DOSSIERS, false, (row, n) -> dossier(row));
    }

    @Bean
    FoundThings foundItems(JdbcClient jdbc) {
        return new Found(jdbc, ItemBinder.KIND, "ITEM", ITEMS, true, (row, n) -> item(row));
    }

    @Bean
    FoundThings foundFiles(JdbcClient jdbc, FileTexts texts) {
        return new Found(
                jdbc, DigitalFileBinder.KIND, "FILE", FILES, true, (row, n) -> file(row, texts));
    }

    private static FoundThing dossier(ResultSet row) throws SQLException {
        return new FoundThing(
                id(row, "id"),
                row.getString("title"),
                row.getString("number"),
                id(row, "customer_id"),
                row.getString("customer_name"),
                null,
                null,
                null,
                null,
                SecrecyLevel.ofStored(row.getInt("effective")),
                day(row),
                texts(row, "title", "number", "note"),
                () -> null);
    }

    private static FoundThing item(ResultSet row) throws SQLException {
        Map<String, List<String>> texts =
                texts(
                        row,
                        "title",
                        "number",
                        "document_number",
                        "responsible_party",
                        "document_kind",
                        "note");
        texts.put("keywords", List.of((String[]) row.getArray("keywords").getArray()));
        return new FoundThing(
                id(row, "id"),
                row.getString("title"),
                row.getString("number"),
                id(row, "customer_id"),
                row.getString("customer_name"),
                id(row, "dossier_id"),
                row.getString("dossier_title"),
                null,
                null,
                SecrecyLevel.ofStored(row.getInt("effective")),
                day(row),
                texts,
                () -> null);
    }

    private static FoundThing file(ResultSet row, FileTexts texts) throws SQLException {
        UUID id = id(row, "id");
        return new FoundThing(
                id,
                row.getString("title"),
                row.getString("number"),
                id(row, "customer_id"),
                row.getString("customer_name"),
                id(row, "dossier_id"),
                row.getString("dossier_title"),
                id(row, "item_id"),
                row.getString("item_title"),
                SecrecyLevel.ofStored(row.getInt("effective")),
                day(row),
                texts(row, "title"),
                () -> texts.find(id).map(FileText::text).orElse(null));
    }

    private static UUID id(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    private static LocalDate day(ResultSet row) throws SQLException {
        return row.getObject("dated", LocalDate.class);
    }

    private static Map<String, List<String>> texts(ResultSet row, String... columns)
            throws SQLException {
        Map<String, List<String>> texts = new LinkedHashMap<>();
        for (String column : columns) {
            @Nullable String text = row.getString(column);
            texts.put(inApi(column), text == null ? List.of() : List.of(text));
        }
        return texts;
    }

    /** {@code document_number} is {@code documentNumber} there. */
    private static String inApi(String column) {
        String[] words = column.split("_");
        return words[0]
                + Arrays.stream(words)
                        .skip(1)
                        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                        .reduce("", String::concat);
    }
}
