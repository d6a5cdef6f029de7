package org.kedang.identity;

import org.kedang.kernel.Actor;
import org.springframework.stereotype.Service;

import java.util.Set;

/** Tells what an actor may see. */
@Service
public class Visibilities {
    private final Accounts accounts;

    Visibilities(Accounts accounts) {
        this.accounts = accounts;
    }

    /**
     * What the actor may see now; nothing for a closed account, everything for the system itself.
     */
    public Visibility of(Actor actor) {
        if (actor.equals(Actor.SYSTEM)) {
            return new Visibility(actor.id(), false, true, Set.of(), SecrecyLevel.SECRET);
        }
        return accounts.find(actor.id())
                .map(Account::visibility)
                .orElseGet(
                        () ->
                                new Visibility(
                                        actor.id(), true, false, Set.of(), SecrecyLevel.PUBLIC));
    }
}
