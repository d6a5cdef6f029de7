package org.kedang.archive;

import org.springframework.data.jpa.repository.JpaRepository;

import java.util.List;
import java.util.UUID;

interface Dossiers extends JpaRepository<Dossier, UUID> {
    long countByOwnerId(UUID owner);

    long countByDepartmentId(UUID department);

    List<Dossier> findFirst500ByOwnerIdOrderById(UUID owner);

    List<Dossier> findFirst500ByDepartmentIdOrderById(UUID department);

    List<Dossier> findByCustomerIdAndCustomerNameNot(UUID customerId, String customerName);
}
