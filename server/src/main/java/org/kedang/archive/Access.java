package org.kedang.archive;

import org.kedang.identity.Visibilities;
import org.kedang.identity.Visibility;
import org.kedang.kernel.Actor;
import org.kedang.kernel.KernelProblem;
import org.kedang.kernel.Permission;
import org.kedang.kernel.Problem;
import org.kedang.kernel.SqlPredicate;
import org.springframework.stereotype.Component;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

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

    /** What the actor may read. */
    Visibility readable(Actor actor) {
        return visibilities.of(actor, Permission.ARCHIVE_READ);
    }

    /** What the actor may change. */
    Visibility changeable(Actor actor) {
        return visibilities.of(actor, Permission.ARCHIVE_WRITE);
    }

    /** The dossier to work on, or a {@code not-found} or {@code not-permitted} problem. */
    Dossier dossier(Actor actor, UUID id) {
        return toChange(
                dossiers.findById(id),
                dossier -> includes(readable(actor), dossier),
                dossier -> includes(changeable(actor), dossier));
    }

    /** The dossier, if the actor may change it and open it to others; problems as above. */
    Dossier sharedDossier(Actor actor, UUID id) {
        Dossier dossier = dossier(actor, id);
        if (!includes(visibilities.of(actor, Permission.ACCESS_GRANT), dossier)) {
            throw Problem.of(KernelProblem.NOT_PERMITTED);
        }
        return dossier;
    }

    /** The dossier, if the actor may read it. */
    Optional<Dossier> findDossier(Actor actor, UUID id) {
        return dossiers.findById(id).filter(dossier -> includes(readable(actor), dossier));
    }

    /** The item to work on, or a {@code not-found} or {@code not-permitted} problem. */
    Item item(Actor actor, UUID id) {
        return toChange(actor, items.find(id));
    }

    /** The item, locked until the transaction ends. */
    Item lockedItem(Actor actor, UUID id) {
        return toChange(actor, items.lock(id));
    }

    private Item toChange(Actor actor, Optional<Item> found) {
        return toChange(
                found,
                item -> includes(readable(actor), item),
                item -> includes(changeable(actor), item));
    }

    private static <T> T toChange(
            Optional<T> found, Predicate<T> isReadable, Predicate<T> isChangeable) {
        T thing = found.filter(isReadable).orElseThrow(Problem::notFound);
        if (!isChangeable.test(thing)) {
            throw Problem.of(KernelProblem.NOT_PERMITTED);
        }
        return thing;
    }

    /** Which dossiers {@code d} the actor sees. */
    SqlPredicate dossiers(Actor actor) {
        return readable(actor).dossiers("d");
    }

    /** Which items {@code i} are within the actor's clearance, whatever their dossier. */
    SqlPredicate clearance(Actor actor) {
        return readable(actor).withinClearance("i");
    }

    /** Which items {@code i} of dossiers {@code d} the actor sees. */
    SqlPredicate items(Actor actor) {
        Visibility visibility = readable(actor);
        return visibility.dossiers("d").and(visibility.withinClearance("i"));
    }

    private static boolean includes(Visibility visibility, Dossier dossier) {
        return visibility.includesDossier(
                        dossier.id(),
                        dossier.customerId(),
                        dossier.ownerId(),
                        dossier.departmentId())
                && dossier.secrecy().isWithin(visibility.clearance());
    }

    private static boolean includes(Visibility visibility, Item item) {
        return includes(visibility, item.dossier())
                && item.secrecy().isWithin(visibility.clearance());
    }
}
