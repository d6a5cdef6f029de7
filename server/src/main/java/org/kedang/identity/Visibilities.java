package org.kedang.identity;

import org.kedang.kernel.Actor;
import org.kedang.kernel.Permission;
import org.springframework.stereotype.Service;

import java.util.Set;

/** Tells what an actor may see or change. */
@Service
public class Visibilities {
    private final Accounts accounts;

    Visibilities(Accounts accounts) {
        this.accounts = accounts;
    }

    /**
     * What the actor reaches now with this permission: roles that lack it add nothing. Nothing for
     * a closed account, everything for the system itself.
     */
    public Visibility of(Actor actor, Permission permission) {
        if (actor.equals(Actor.SYSTEM)) {
            return new Visibility(
                    actor.id(),
                    true,
                    true,
                    Set.of(),
                    SecrecyLevel.SECRET,
                    Set.of(),
                    Set.of(),
                    FieldRights.ALL);
        }
        if (!actor.may(permission)) {
            return Visibility.nothing(actor.id());
        }
        return accounts.find(actor.id())
                .map(account -> account.rights(actor.address()).visibility(permission))
                .orElseGet(() -> Visibility.nothing(actor.id()));
    }
}
