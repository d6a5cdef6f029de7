package org.kedang.identity;

import jakarta.persistence.EntityManager;

import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.kedang.audit.Audit;
import org.kedang.audit.Entry;
import org.kedang.kernel.Actor;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Gives things of one kind to other owners and departments. Each change is kept in the log; some
 * are done at a time, so that a hundred thousand fit into memory.
 *
 * @param <T> the entity
 */
public abstract class Entrusting<T extends Entrusting.Held>
        implements OwnedThings, DepartmentThings {
    /** A thing with an owner and a department. */
    public interface Held {
        UUID ownerId();

        UUID departmentId();
    }

    /** How the module's repository finds them. */
    public interface HeldThings<T> {
        long countByOwnerId(UUID owner);

        long countByDepartmentId(UUID department);

        List<T> findFirst500ByOwnerIdOrderById(UUID owner);

        List<T> findFirst500ByDepartmentIdOrderById(UUID department);

        List<T> findAllById(Iterable<UUID> ids);
    }

    private static final int STATEMENTS_AT_ONCE = 100;

    private final HeldThings<T> things;
    private final Directory directory;
    private final Audit audit;
    private final EntityManager session;

    protected Entrusting(
            HeldThings<T> things, Directory directory, Audit audit, EntityManager session) {
        this.things = things;
        this.directory = directory;
        this.audit = audit;
        this.session = session;
    }

    /** Their table, with columns {@code id}, {@code number} and {@code owner_id}. */
    protected abstract String table();

    /** What the log says happened to which thing; owner, department and reason are added. */
    protected abstract Entry entry(Actor by, T thing);

    protected abstract void entrust(T thing, UUID owner, UUID department, Actor by);

    @Override
    public long countOwnedBy(UUID person) {
        return things.countByOwnerId(person);
    }

    @Override
    public List<OwnedThing> listOwnedBy(UUID person, int most) {
        List<?> rows =
                session.createNativeQuery(
                                "select id, number from %s where owner_id = :person order by id limit :most"
                                        .formatted(table()))
                        .setParameter("person", person)
                        .setParameter("most", most)
                        .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(
                        row ->
                                new OwnedThing(
                                        (UUID) row[0],
                                        (String) row[1],
                                        "/" + kind() + "/" + row[0]))
                .toList();
    }

    @Override
    public long countIn(UUID department) {
        return things.countByDepartmentId(department);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void handOver(Actor by, UUID from, UUID to, @Nullable String reason) {
        each(() -> things.findFirst500ByOwnerIdOrderById(from), by, to, null, reason);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void moveAll(Actor by, UUID from, UUID to, @Nullable String reason) {
        each(() -> things.findFirst500ByDepartmentIdOrderById(from), by, null, to, reason);
    }

    /** Gives these things to another owner and department. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void entrust(
            Actor by, Collection<UUID> ids, UUID owner, UUID department, @Nullable String reason) {
        session.unwrap(Session.class).setJdbcBatchSize(STATEMENTS_AT_ONCE);
        audit.recordAll(
                things.findAllById(ids).stream()
                        .map(thing -> entrusted(thing, by, owner, department, reason))
                        .toList());
        session.flush();
        session.clear();
    }

    private void each(
            Supplier<List<T>> some,
            Actor by,
            @Nullable UUID owner,
            @Nullable UUID department,
            @Nullable String reason) {
        session.unwrap(Session.class).setJdbcBatchSize(STATEMENTS_AT_ONCE);
        for (List<T> batch = some.get(); !batch.isEmpty(); batch = some.get()) {
            audit.recordAll(
                    batch.stream()
                            .map(thing -> entrusted(thing, by, owner, department, reason))
                            .toList());
            session.flush();
            session.clear();
        }
    }

    private Entry entrusted(
            T thing,
            Actor by,
            @Nullable UUID owner,
            @Nullable UUID department,
            @Nullable String reason) {
        UUID oldOwner = thing.ownerId();
        UUID oldDepartment = thing.departmentId();
        UUID newOwner = owner == null ? oldOwner : owner;
        UUID newDepartment = department == null ? oldDepartment : department;
        Entry entry =
                entry(by, thing)
                        .change(
                                "owner",
                                directory.personName(oldOwner),
                                directory.personName(newOwner))
                        .change(
                                "department",
                                directory.departmentName(oldDepartment),
                                directory.departmentName(newDepartment))
                        .reason(reason);
        entrust(thing, newOwner, newDepartment, by);
        return entry;
    }
}
