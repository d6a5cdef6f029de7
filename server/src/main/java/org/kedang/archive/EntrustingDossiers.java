package org.kedang.archive;

import jakarta.persistence.EntityManager;

import org.kedang.audit.Audit;
import org.kedang.audit.Entry;
import org.kedang.identity.Directory;
import org.kedang.identity.Entrusting;
import org.kedang.kernel.Actor;
import org.springframework.stereotype.Component;

import java.util.UUID;

/** Gives dossiers to other owners and departments; the index follows with all that is in them. */
@Component
class EntrustingDossiers extends Entrusting<Dossier> {
    EntrustingDossiers(Dossiers dossiers, Directory directory, Audit audit, EntityManager session) {
        super(dossiers, directory, audit, session);
    }

    @Override
    public String kind() {
        return "dossiers";
    }

    @Override
    protected String table() {
        return "dossier";
    }

    @Override
    protected Entry entry(Actor by, Dossier dossier) {
        return Entry.of(by, ArchiveAct.DOSSIER_ENTRUSTED)
                .subject("dossier", dossier.id(), dossier.title())
                .customer(dossier.customerId());
    }

    @Override
    protected void entrust(Dossier dossier, UUID owner, UUID department, Actor by) {
        dossier.entrust(owner, department);
    }
}
