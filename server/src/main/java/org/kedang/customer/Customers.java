package org.kedang.customer;

import org.kedang.identity.Entrusting;
import org.springframework.data.jpa.repository.JpaRepository;

import java.util.UUID;

interface Customers extends JpaRepository<Customer, UUID>, Entrusting.HeldThings<Customer> {}
