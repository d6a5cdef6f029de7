package org.kedang.archive;

import org.kedang.identity.Entrusting;
import org.springframework.data.jpa.repository.JpaRepository;

import java.util.List;
import java.util.UUID;

interface Dossiers extends JpaRepository<Dossier, UUID>, Entrusting.HeldThings<Dossier> {
    List<Dossier> findByCustomerIdAndCustomerNameNot(UUID customerId, String customerName);
}
