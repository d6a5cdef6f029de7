package org.kedang.archive;

import jakarta.persistence.LockModeType;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

import java.util.Optional;
import java.util.UUID;

interface Items extends JpaRepository<Item, UUID> {
    /** The item with its dossier: one that may not be seen costs the same as one that is not. */
    @Query("select i from Item i join fetch i.dossier where i.id = :id")
    Optional<Item> find(UUID id);

    /** The same; the item is nobody else's to change until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select i from Item i join fetch i.dossier where i.id = :id")
    Optional<Item> lock(UUID id);
}
