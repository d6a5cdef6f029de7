package org.kedang.archive;

import org.kedang.identity.Shareable;
import org.kedang.kernel.Actor;
import org.springframework.stereotype.Component;

import java.util.Optional;
import java.util.UUID;

/** Who may open a dossier to others: whoever may change it and holds the right to share there. */
@Component
class SharingDossiers implements Shareable {
    private final Access access;

    SharingDossiers(Access access) {
        this.access = access;
    }

    @Override
    public Kind kind() {
        return Kind.DOSSIER;
    }

    @Override
    public Thing requireMayShare(Actor actor, UUID id) {
        Dossier dossier = access.sharedDossier(actor, id);
        return new Thing(id, dossier.title(), dossier.customerId());
    }

    @Override
    public Optional<String> findTitle(Actor actor, UUID id) {
        return access.findDossier(actor, id).map(Dossier::title);
    }
}
