package org.kedang.customer;

import org.springframework.data.jpa.repository.JpaRepository;

import java.util.List;
import java.util.UUID;

interface Customers extends JpaRepository<Customer, UUID> {
    long countByOwnerId(UUID owner);

    long countByDepartmentId(UUID department);

    List<Customer> findFirst500ByOwnerIdOrderById(UUID owner);

    List<Customer> findFirst500ByDepartmentIdOrderById(UUID department);
}
