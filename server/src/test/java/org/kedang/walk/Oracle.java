package org.kedang.walk;

import org.kedang.kernel.Permission;
import org.kedang.walk.Walker.Reach;

import java.util.Set;
import java.util.UUID;

/**
 * Who may see and change what, straight from the words of the requirement and from nothing that the
 * product computes: own, department, department and below, chosen, all; secrecy against clearance,
 * of which the secret levels stay closed without a valid agreement; one customer, with all held
 * about it, or one dossier opened singly; administrators nothing.
 */
final class Oracle {
    private static final int INTERNAL = 1;

    private Oracle() {}

    static boolean sees(Walker who, Planted what) {
        return reaches(who, what, who.reads(), who.opened(), false);
    }

    static boolean changes(Walker who, Planted what) {
        return sees(who, what) && reaches(who, what, who.writes(), who.changeable(), true);
    }

    private static boolean reaches(
            Walker who, Planted what, Reach reach, Set<UUID> opened, boolean change) {
        return switch (what.kind()) {
            case CUSTOMER ->
                    who.may(change ? Permission.CUSTOMER_WRITE : Permission.CUSTOMER_READ)
                            && (includes(who, reach, what) || opened.contains(what.id()));
            case DOSSIER ->
                    who.may(change ? Permission.ARCHIVE_WRITE : Permission.ARCHIVE_READ)
                            && what.secrecy() <= clearance(who)
                            && (includes(who, reach, what)
                                    || opened.contains(what.id())
                                    || opened.contains(what.whole().id()));
            case ITEM ->
                    what.secrecy() <= clearance(who)
                            && reaches(who, what.whole(), reach, opened, change);
            case FILE -> reaches(who, what.whole(), reach, opened, change);
        };
    }

    private static int clearance(Walker who) {
        return who.agreed() ? who.clearance() : Math.min(who.clearance(), INTERNAL);
    }

    private static boolean includes(Walker who, Reach reach, Planted what) {
        Set<UUID> departments = reach.departments();
        return (reach.own() && what.owner().equals(who.id()))
                || departments == null
                || departments.contains(what.department());
    }
}
