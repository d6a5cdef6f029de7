package org.kedang.identity;

import jakarta.persistence.LockModeType;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

import java.util.Optional;
import java.util.UUID;

interface People extends JpaRepository<Person, UUID> {
    Optional<Person> findByUserName(String userName);

    /** The person, whom nobody else can change until this transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select p from Person p where p.userName = :userName")
    Optional<Person> lockByUserName(String userName);

    /** The person, whom nobody else can change until this transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select p from Person p where p.id = :id")
    Optional<Person> lockById(UUID id);
}
