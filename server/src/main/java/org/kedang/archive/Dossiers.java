package org.kedang.archive;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface Dossiers extends JpaRepository<Dossier, UUID> {
    List<Dossier> findByCustomerIdAndCustomerNameNot(UUID customerId, String customerName);
}
