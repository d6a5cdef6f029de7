package org.kedang.customer;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface Customers extends JpaRepository<Customer, UUID> {}
