package org.kedang.identity;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface People extends JpaRepository<Person, UUID> {
    Optional<Person> findByUserName(String userName);
}
