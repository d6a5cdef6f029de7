package org.kedang.archive;

import org.jspecify.annotations.Nullable;
import org.kedang.audit.Audit;
import org.kedang.audit.Entry;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Ids;
import org.kedang.kernel.Problem;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;

/** Filing items in a dossier and describing them anew. */
@Service
public class FilingItems {
    private static final NumberRule WITHIN_DOSSIER = NumberRule.parse("-{number:4}");

    private final Items items;
    private final NumberRuns runs;
    private final Access access;
    private final Audit audit;
    private final Clock clock;

    FilingItems(Items items, NumberRuns runs, Access access, Audit audit, Clock clock) {
        this.items = items;
        this.runs = runs;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Files an item under the next number of its dossier.
     *
     * @throws Problem {@code not-found}, {@code invalid-input}, {@code secrecy-above-clearance}
     */
    @Transactional
    public UUID file(Actor actor, UUID dossierId, ItemFields typed) {
        return file(actor, access.dossier(actor, dossierId), typed).id();
    }

    /**
     * The same inside a transaction that goes on: the number is taken here, so little should
     * follow.
     */
    Item file(Actor actor, Dossier dossier, ItemFields typed) {
        ItemFields fields = checked(actor, typed.normalised(dossier.secrecy()));
        UUID id = Ids.next();
        Entry entry =
                Entry.of(actor, ArchiveAct.ITEM_FILED)
                        .subject("item", id, fields.title())
                        .within(dossier.id())
                        .customer(dossier.customerId());
        fields.forLog().forEach((field, value) -> entry.change(field, "", value));
        audit.record(entry);
        String prefix = dossier.number() + WITHIN_DOSSIER.prefix(Map.of());
        String number = WITHIN_DOSSIER.number(prefix, runs.next(prefix));
        return items.save(new Item(id, number, dossier, fields, actor.id(), clock.instant()));
    }

    /**
     * Describes an item anew; before and after are kept in the log (GB/T 18894, 9.5.5).
     *
     * @param basedOn the version that the change was made on
     * @throws Problem {@code not-found}, {@code invalid-input}, {@code secrecy-above-clearance}
     * @throws OptimisticLockingFailureException if somebody changed it since
     */
    @Transactional
    public void describe(
            Actor actor, UUID id, long basedOn, ItemFields typed, @Nullable String reason) {
        Item item = access.item(actor, id);
        if (item.version() != basedOn) {
            throw new OptimisticLockingFailureException("item " + id);
        }
        ItemFields before = item.fields();
        ItemFields after = checked(actor, typed.normalised(item.dossier().secrecy()));
        if (after.equals(before)) {
            return;
        }
        item.describe(after, actor.id(), clock.instant());
        items.flush();
        Entry entry =
                Entry.of(actor, ArchiveAct.ITEM_CHANGED)
                        .subject("item", id, after.title())
                        .within(item.dossier().id())
                        .customer(item.dossier().customerId())
                        .reason(reason);
        Map<String, Object> old = before.forLog();
        after.forLog().forEach((field, value) -> entry.change(field, old.get(field), value));
        audit.record(entry);
    }

    private ItemFields checked(Actor actor, ItemFields fields) {
        if (!fields.hasPlausibleYear()) {
            throw Problem.invalid(
                    "documentDate",
                    "out-of-range",
                    "年份应在 1000 至 2999 之间，请核对日期。",
                    "The year must be between 1000 and 2999; check the date.");
        }
        if (fields.secrecy() != null) {
            Clearances.within(access.changeable(actor), fields.secrecy());
        }
        return fields;
    }
}
