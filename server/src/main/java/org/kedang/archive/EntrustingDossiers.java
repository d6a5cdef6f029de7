package org.kedang.archive;

import jakarta.persistence.EntityManager;

import org.jspecify.annotations.Nullable;
import org.kedang.audit.Audit;
import org.kedang.audit.Entry;
import org.kedang.identity.DepartmentThings;
import org.kedang.identity.Directory;
import org.kedang.identity.OwnedThings;
import org.kedang.kernel.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** Gives dossiers to other owners and departments; the index follows with all that is in them. */
@Component
class EntrustingDossiers implements OwnedThings, DepartmentThings {
    private final Dossiers dossiers;
    private final Directory directory;
    private final Audit audit;
    private final EntityManager session;

    EntrustingDossiers(Dossiers dossiers, Directory directory, Audit audit, EntityManager session) {
        this.dossiers = dossiers;
        this.directory = directory;
        this.audit = audit;
        this.session = session;
    }

    @Override
    public String kind() {
        return "dossiers";
    }

    @Override
    public long countOwnedBy(UUID person) {
        return dossiers.countByOwnerId(person);
    }

    @Override
    public long countIn(UUID department) {
        return dossiers.countByDepartmentId(department);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void handOver(Actor by, UUID from, UUID to, @Nullable String reason) {
        each(() -> dossiers.findFirst500ByOwnerIdOrderById(from), by, to, null, reason);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void moveAll(Actor by, UUID from, UUID to, @Nullable String reason) {
        each(() -> dossiers.findFirst500ByDepartmentIdOrderById(from), by, null, to, reason);
    }

    /** Some at a time, so that a hundred thousand fit into memory. */
    private void each(
            Supplier<List<Dossier>> some,
            Actor by,
            @Nullable UUID owner,
            @Nullable UUID department,
            @Nullable String reason) {
        for (List<Dossier> batch = some.get(); !batch.isEmpty(); batch = some.get()) {
            batch.forEach(dossier -> entrust(dossier, by, owner, department, reason));
            session.flush();
            session.clear();
        }
    }

    private void entrust(
            Dossier dossier,
            Actor by,
            @Nullable UUID owner,
            @Nullable UUID department,
            @Nullable String reason) {
        UUID newOwner = owner == null ? dossier.ownerId() : owner;
        UUID newDepartment = department == null ? dossier.departmentId() : department;
        audit.record(
                Entry.of(by, ArchiveAct.DOSSIER_ENTRUSTED)
                        .subject("dossier", dossier.id(), dossier.title())
                        .customer(dossier.customerId())
                        .change(
                                "owner",
                                directory.personName(dossier.ownerId()),
                                directory.personName(newOwner))
                        .change(
                                "department",
                                directory.departmentName(dossier.departmentId()),
                                directory.departmentName(newDepartment))
                        .reason(reason));
        dossier.entrust(newOwner, newDepartment);
    }
}
