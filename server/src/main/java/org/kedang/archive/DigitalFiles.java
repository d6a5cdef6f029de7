package org.kedang.archive;

import jakarta.persistence.LockModeType;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

import java.util.Optional;
import java.util.UUID;

interface DigitalFiles extends JpaRepository<DigitalFile, UUID> {
    /** Locked, because its examination may write to it at the same time. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<DigitalFile> findByItemAndNameAndCurrentTrue(Item item, String name);

    @Query("select f from DigitalFile f join fetch f.item i join fetch i.dossier where f.id = :id")
    Optional<DigitalFile> findWithDossier(UUID id);
}
