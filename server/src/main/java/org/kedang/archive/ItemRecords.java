package org.kedang.archive;

import org.jspecify.annotations.Nullable;
import org.kedang.archive.FileRecords.FileView;
import org.kedang.identity.Directory;
import org.kedang.identity.SecrecyLevel;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Listing;
import org.kedang.kernel.Listings;
import org.kedang.kernel.Paging;
import org.kedang.kernel.SortOrder;
import org.kedang.kernel.SqlPredicate;
import org.kedang.kernel.Texts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads items as people see them; every query carries the reader's visibility. */
@Repository
public class ItemRecords {
    private static final Map<String, String> SORTS =
            Map.of("number", "i.number", "title", "i.title", "documentDate", "i.document_date");

    private static final String COLUMNS =
            "i.*, d.number dossier_number, d.title dossier_title, d.customer_id, d.customer_name";

    private static final String TABLES = "item i join dossier d on d.id = i.dossier_id";

    /**
     * An item with its current files.
     *
     * @param customerId whom the dossier is about
     */
    public record ItemView(
            UUID id,
            long version,
            String number,
            UUID dossierId,
            String dossierNumber,
            String dossierTitle,
            UUID customerId,
            String customerName,
            String title,
            LocalDate documentDate,
            @Nullable String documentNumber,
            @Nullable String responsibleParty,
            @Nullable String documentKind,
            @Nullable Integer pages,
            Carrier carrier,
            SecrecyLevel secrecy,
            List<String> keywords,
            @Nullable String note,
            int fileCount,
            List<FileView> files,
            Instant createdAt,
            String createdByName,
            Instant updatedAt,
            String updatedByName) {

        private ItemView withFiles(List<FileView> some) {
            return new ItemView(
                    id,
                    version,
                    number,
                    dossierId,
                    dossierNumber,
                    dossierTitle,
                    customerId,
                    customerName,
                    title,
                    documentDate,
                    documentNumber,
                    responsibleParty,
                    documentKind,
                    pages,
                    carrier,
                    secrecy,
                    keywords,
                    note,
                    some.size(),
                    some,
                    createdAt,
                    createdByName,
                    updatedAt,
                    updatedByName);
        }
    }

    private final JdbcClient jdbc;
    private final Listings listings;
    private final Access access;
    private final FileRecords files;
    private final Directory directory;

    ItemRecords(
            JdbcClient jdbc,
            Listings listings,
            Access access,
            FileRecords files,
            Directory directory) {
        this.jdbc = jdbc;
        this.listings = listings;
        this.access = access;
        this.files = files;
        this.directory = directory;
    }

    public Optional<ItemView> find(Actor actor, UUID id) {
        SqlPredicate visible = access.items(actor);
        return withFiles(
                        jdbc.sql(
                                        "select %s from %s where i.id = :id and %s"
                                                .formatted(COLUMNS, TABLES, visible.sql()))
                                .params(visible.params())
                                .param("id", id)
                                .query(this::view)
                                .list())
                .stream()
                .findFirst();
    }

    /**
     * The items of a dossier that the actor may see.
     *
     * @param q stands anywhere in number, title, document number or responsible party
     * @param sort number, title, documentDate; a leading {@code -} turns it round
     */
    public Listing<ItemView> list(
            Actor actor, UUID dossier, @Nullable String q, @Nullable String sort, Paging paging) {
        SqlPredicate where =
                access.items(actor)
                        .and(SqlPredicate.of("i.dossier_id = :dossier", "dossier", dossier))
                        .and(words(Texts.trimmed(q)));
        SortOrder order = SortOrder.parse(sort, "number", SORTS);
        Listing<ItemView> page =
                listings.read(
                        new Listings.Rows(COLUMNS, TABLES, where, order.sql("i.id")),
                        paging,
                        this::view);
        return page.with(withFiles(page.items()));
    }

    private static SqlPredicate words(@Nullable String q) {
        return q == null
                ? SqlPredicate.TRUE
                : SqlPredicate.of(
                        "(i.number ilike :q escape '!' or i.title ilike :q escape '!' or"
                            + " i.document_number ilike :q escape '!' or i.responsible_party ilike"
                            + " :q escape '!')",
                        "q",
                        DossierRecords.infix(q));
    }

    private List<ItemView> withFiles(List<ItemView> items) {
        Map<UUID, List<FileView>> byItem = new HashMap<>();
        files.listCurrent(items.stream().map(ItemView::id).toList())
                .forEach(
                        file ->
                                byItem.computeIfAbsent(
                                                file.itemId(), id -> new java.util.ArrayList<>())
                                        .add(file));
        return items.stream()
                .map(item -> item.withFiles(byItem.getOrDefault(item.id(), List.of())))
                .toList();
    }

    private ItemView view(ResultSet row, int number) throws SQLException {
        return new ItemView(
                row.getObject("id", UUID.class),
                row.getLong("version"),
                row.getString("number"),
                row.getObject("dossier_id", UUID.class),
                row.getString("dossier_number"),
                row.getString("dossier_title"),
                row.getObject("customer_id", UUID.class),
                row.getString("customer_name"),
                row.getString("title"),
                row.getObject("document_date", LocalDate.class),
                row.getString("document_number"),
                row.getString("responsible_party"),
                row.getString("document_kind"),
                row.getObject("pages", Integer.class),
                Carrier.valueOf(row.getString("carrier")),
                SecrecyLevel.ofStored(row.getInt("secrecy")),
                List.of((String[]) row.getArray("keywords").getArray()),
                row.getString("note"),
                0,
                List.of(),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                directory.personName(row.getObject("created_by", UUID.class)),
                row.getObject("updated_at", OffsetDateTime.class).toInstant(),
                directory.personName(row.getObject("updated_by", UUID.class)));
    }
}
