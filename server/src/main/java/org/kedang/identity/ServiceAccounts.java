package org.kedang.identity;

import io.swagger.v3.oas.annotations.media.Schema;

import org.kedang.audit.Audit;
import org.kedang.audit.Entry;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Permission;
import org.kedang.kernel.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

/**
 * Accounts of programs. Rights are granted to them like to people; nobody signs in with one. An
 * employee answers for each and issues its tokens: were it an administrator, he could read with
 * them what his office closes to him.
 */
@Service
public class ServiceAccounts {
    /** A program's account and who answers for it. */
    @Schema(name = "ServiceAccount")
    public record ServiceAccount(
            UUID id,
            String userName,
            String name,
            UUID departmentId,
            String departmentName,
            UUID keeperId,
            String keeperName,
            List<Permission> permissions) {}

    private record Row(UUID id, String userName, String name, UUID departmentId, UUID keeperId) {}

    private final People people;
    private final Accounts accounts;
    private final Directory directory;
    private final Passwords passwords;
    private final Audit audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    ServiceAccounts(
            People people,
            Accounts accounts,
            Directory directory,
            Passwords passwords,
            Audit audit,
            JdbcClient jdbc,
            Clock clock) {
        this.people = people;
        this.accounts = accounts;
        this.directory = directory;
        this.passwords = passwords;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A new account; its password is known to nobody. */
    @Transactional
    public UUID add(Actor actor, String userName, String name, UUID departmentId, UUID keeper) {
        requireKeeper(keeper);
        Department department = directory.department(departmentId);
        Person account =
                new Person(userName, name, department.id(), passwords.unknown(), clock.instant());
        account.serve(keeper);
        people.saveAndFlush(account);
        audit.record(
                Entry.of(actor, IdentityAct.SERVICE_ACCOUNT_ADDED)
                        .subject("person", account.id(), name)
                        .change("userName", null, userName)
                        .change("keeper", null, directory.personName(keeper)));
        return account.id();
    }

    /** Hands the account to another keeper. */
    @Transactional
    public void giveTo(Actor actor, UUID id, UUID keeper) {
        requireKeeper(keeper);
        Person account = people.findById(id).orElseThrow(Problem::notFound);
        if (!account.isService()) {
            throw Problem.notFound();
        }
        UUID before = account.keeperId();
        account.serve(keeper);
        audit.record(
                Entry.of(actor, IdentityAct.KEEPER_CHANGED)
                        .subject("person", id, account.name())
                        .change(
                                "keeper",
                                directory.personName(before),
                                directory.personName(keeper)));
    }

    private void requireKeeper(UUID keeper) {
        boolean fit =
                people.findById(keeper).filter(p -> !p.isClosed() && !p.isService()).isPresent()
                        && accounts.find(keeper).filter(this::isNoOffice).isPresent();
        if (!fit) {
            throw Problem.of(IdentityProblem.KEEPER_NOT_EMPLOYEE);
        }
    }

    private boolean isNoOffice(Account account) {
        return account.held().stream().noneMatch(HeldRole::administrator);
    }

    /** The accounts the actor answers for; all of them for who manages people. */
    public List<ServiceAccount> list(Actor actor) {
        return jdbc
                .sql(
                        """
                        select id, user_name, name, department_id, keeper_id from person
                        where kind = 'SERVICE' and state = 'ACTIVE' and (:all or keeper_id = :actor)
                        order by name, id
                        """)
                .param("all", actor.may(Permission.PERSON_MANAGE))
                .param("actor", actor.id())
                .query(Row.class)
                .list()
                .stream()
                .map(this::view)
                .toList();
    }

    private ServiceAccount view(Row row) {
        return new ServiceAccount(
                row.id(),
                row.userName(),
                row.name(),
                row.departmentId(),
                directory.departmentName(row.departmentId()),
                row.keeperId(),
                directory.personName(row.keeperId()),
                accounts.find(row.id())
                        .map(a -> a.everywhere().permissions().stream().sorted().toList())
                        .orElse(List.of()));
    }

    /** The account, if the actor answers for it; else a {@code not-found} problem. */
    public ServiceAccount kept(Actor actor, UUID id) {
        return list(actor).stream()
                .filter(account -> account.id().equals(id) && account.keeperId().equals(actor.id()))
                .findFirst()
                .orElseThrow(Problem::notFound);
    }

    /** The account, if the actor answers for it or manages people; else a problem. */
    public ServiceAccount get(Actor actor, UUID id) {
        return list(actor).stream()
                .filter(account -> account.id().equals(id))
                .findFirst()
                .orElseThrow(Problem::notFound);
    }
}
