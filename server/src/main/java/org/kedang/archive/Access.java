package org.kedang.archive;

import org.kedang.identity.Visibilities;
import org.kedang.identity.Visibility;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Problem;
import org.kedang.kernel.SqlPredicate;
import org.springframework.stereotype.Component;

import java.util.UUID;

/**
 * Who sees what: a dossier if its owner or department is within reach and its secrecy within the
 * clearance, an item of it if its own secrecy is, a file as its item. What is not seen does not
 * exist.
 */
@Component
class Access {
    private final Dossiers dossiers;
    private final Items items;
    private final Visibilities visibilities;

    Access(Dossiers dossiers, Items items, Visibilities visibilities) {
        this.dossiers = dossiers;
        this.items = items;
        this.visibilities = visibilities;
    }

    Visibility visibility(Actor actor) {
        return visibilities.of(actor);
    }

    /** The dossier to work on, or a {@code not-found} problem. */
    Dossier dossier(Actor actor, UUID id) {
        Visibility visibility = visibility(actor);
        return dossiers.findById(id)
                .filter(d -> sees(visibility, d))
                .orElseThrow(Problem::notFound);
    }

    /** The item to work on, or a {@code not-found} problem. */
    Item item(Actor actor, UUID id) {
        Visibility visibility = visibility(actor);
        return items.findById(id).filter(i -> sees(visibility, i)).orElseThrow(Problem::notFound);
    }

    /** The item, locked until the transaction ends. */
    Item lockedItem(Actor actor, UUID id) {
        Visibility visibility = visibility(actor);
        return items.lock(id).filter(i -> sees(visibility, i)).orElseThrow(Problem::notFound);
    }

    /** Which dossiers {@code d} the actor sees. */
    SqlPredicate dossiers(Actor actor) {
        return visibility(actor).predicateWithSecrecy("d");
    }

    /** Which items {@code i} of dossiers {@code d} the actor sees. */
    SqlPredicate items(Actor actor) {
        Visibility visibility = visibility(actor);
        return visibility
                .predicateWithSecrecy("d")
                .and(
                        SqlPredicate.of(
                                "i.secrecy <= :itemClearance",
                                "itemClearance",
                                visibility.clearance().ordinal()));
    }

    private static boolean sees(Visibility visibility, Dossier dossier) {
        return visibility.includes(dossier.ownerId(), dossier.departmentId())
                && dossier.secrecy().isWithin(visibility.clearance());
    }

    private static boolean sees(Visibility visibility, Item item) {
        return sees(visibility, item.dossier()) && item.secrecy().isWithin(visibility.clearance());
    }
}
