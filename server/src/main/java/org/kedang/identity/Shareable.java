package org.kedang.identity;

import org.jspecify.annotations.Nullable;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Problem;

import java.util.Optional;
import java.util.UUID;

/** Things that can be opened to somebody singly. The module that owns them says by whom. */
public interface Shareable {
    /** Kinds of such things. */
    enum Kind {
        CUSTOMER,
        DOSSIER
    }

    /**
     * A thing that somebody may open to others.
     *
     * @param customerId whom it is about
     */
    record Thing(UUID id, String title, @Nullable UUID customerId) {}

    Kind kind();

    /**
     * The thing, if the actor may open it to others: he holds the right to do so there and may
     * change it himself.
     *
     * @throws Problem {@code not-found}, {@code not-permitted}
     */
    Thing requireMayShare(Actor actor, UUID id);

    /** What it is called, for who may read it. */
    Optional<String> findTitle(Actor actor, UUID id);
}
