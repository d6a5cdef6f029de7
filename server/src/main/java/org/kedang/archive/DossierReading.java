package org.kedang.archive;

import org.jspecify.annotations.Nullable;
import org.kedang.archive.DossierRecords.DossierRow;
import org.kedang.archive.DossierRecords.DossierView;
import org.kedang.archive.ItemRecords.ItemView;
import org.kedang.audit.Audit;
import org.kedang.audit.Entry;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Listing;
import org.kedang.kernel.Paging;
import org.kedang.kernel.Problem;
import org.kedang.kernel.Texts;
import org.springframework.stereotype.Service;

import java.util.UUID;

/** Reading dossiers and items; the log knows before the answer leaves. */
@Service
public class DossierReading {
    private final DossierRecords dossiers;
    private final ItemRecords items;
    private final Audit audit;

    DossierReading(DossierRecords dossiers, ItemRecords items, Audit audit) {
        this.dossiers = dossiers;
        this.items = items;
        this.audit = audit;
    }

    /**
     * @throws Problem {@code not-found}
     */
    public DossierView get(Actor actor, UUID id) {
        DossierView dossier = dossiers.find(actor, id).orElseThrow(Problem::notFound);
        audit.recordRead(entry(actor, dossier));
        return dossier;
    }

    /** See {@link DossierRecords#list}. */
    public Listing<DossierRow> list(
            Actor actor, DossierRecords.Filter filter, @Nullable String sort, Paging paging) {
        Listing<DossierRow> found = dossiers.list(actor, filter, sort, paging);
        audit.recordRead(
                Entry.of(actor, ArchiveAct.DOSSIERS_LISTED)
                        .customer(filter.customerId())
                        .change("q", null, Texts.trimmed(filter.q())));
        return found;
    }

    /**
     * @throws Problem {@code not-found}
     */
    public ItemView getItem(Actor actor, UUID id) {
        ItemView item = items.find(actor, id).orElseThrow(Problem::notFound);
        audit.recordRead(
                Entry.of(actor, ArchiveAct.ITEM_READ)
                        .subject("item", id, item.title())
                        .within(item.dossierId())
                        .customer(item.customerId()));
        return item;
    }

    /**
     * The items of a dossier, see {@link ItemRecords#list}; to the log that is reading the dossier.
     *
     * @throws Problem {@code not-found}
     */
    public Listing<ItemView> listItems(
            Actor actor, UUID dossierId, @Nullable String q, @Nullable String sort, Paging paging) {
        DossierView dossier = dossiers.find(actor, dossierId).orElseThrow(Problem::notFound);
        Listing<ItemView> found = items.list(actor, dossierId, q, sort, paging);
        audit.recordRead(entry(actor, dossier));
        return found;
    }

    private static Entry entry(Actor actor, DossierView dossier) {
        return Entry.of(actor, ArchiveAct.DOSSIER_READ)
                .subject("dossier", dossier.id(), dossier.title())
                .customer(dossier.customerId());
    }
}
