package org.kedang.identity;

import org.jspecify.annotations.Nullable;
import org.kedang.audit.Audit;
import org.kedang.audit.Entry;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Ids;
import org.kedang.kernel.Problem;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The first three administrators of an empty installation, named by whoever can read the console: a
 * code is printed there at start and works once.
 */
@Service
public class SettingUp {
    /** The three offices that nobody may hold two of (三员分立). */
    public enum Office {
        SYSTEM_ADMINISTRATOR,
        SECURITY_OFFICER,
        AUDITOR
    }

    /** One of the first administrators. */
    public record Administrator(Office role, String userName, String name, String password) {}

    private final Grants grants;
    private final People people;
    private final Accounts accounts;
    private final Passwords passwords;
    private final Audit audit;
    private final JdbcClient jdbc;
    private final Clock clock;
    private volatile @Nullable String code;

    SettingUp(
            Grants grants,
            People people,
            Accounts accounts,
            Passwords passwords,
            Audit audit,
            JdbcClient jdbc,
            Clock clock) {
        this.grants = grants;
        this.people = people;
        this.accounts = accounts;
        this.passwords = passwords;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public boolean isNeeded() {
        return !grants.isAnyoneGranted();
    }

    @EventListener(ApplicationReadyEvent.class)
    @SuppressWarnings(
            "SystemOut") // meant for the person at the console, not for a log that others keep
    void printCode() {
        if (!isNeeded()) {
            return;
        }
        String fresh = passwords.give();
        code = fresh;
        System.out.printf(
                "%n  初始化码 / set-up code: %s%n  在浏览器打开首页，用此码设立三员。Open the start page and name the"
                        + " three administrators with it.%n%n",
                fresh);
    }

    /** Creates the three and takes the code out of use. */
    @Transactional
    public void setUp(String givenCode, List<Administrator> administrators) {
        jdbc.sql("select pg_advisory_xact_lock(7423001)").query().singleRow();
        if (!isNeeded()) {
            throw Problem.of(IdentityProblem.SETUP_DONE);
        }
        String expected = code;
        if (expected == null
                || !java.security.MessageDigest.isEqual(
                        expected.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        givenCode.strip().getBytes(java.nio.charset.StandardCharsets.UTF_8))) {
            throw Problem.of(IdentityProblem.SETUP_CODE_WRONG);
        }
        Map<Office, Administrator> byOffice = byOffice(administrators);
        UUID company = company();
        byOffice.values().forEach(administrator -> create(administrator, company));
        audit.record(Entry.of(Actor.SYSTEM, IdentityAct.SET_UP));
    }

    private static Map<Office, Administrator> byOffice(List<Administrator> administrators) {
        Map<Office, Administrator> byOffice = new EnumMap<>(Office.class);
        administrators.forEach(a -> byOffice.put(a.role(), a));
        Set<String> names =
                administrators.stream()
                        .map(a -> a.userName().toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet());
        if (administrators.size() != 3 || byOffice.size() != 3 || names.size() != 3) {
            throw Problem.of(IdentityProblem.SETUP_NEEDS_THREE);
        }
        return byOffice;
    }

    private UUID company() {
        return jdbc.sql("select id from department where parent_id is null order by code limit 1")
                .query(UUID.class)
                .optional()
                .orElseGet(
                        () -> {
                            UUID id = Ids.next();
                            jdbc.sql(
                                            "insert into department (id, code, name) values (:id,"
                                                    + " 'GS', '公司')")
                                    .param("id", id)
                                    .update();
                            return id;
                        });
    }

    private void create(Administrator administrator, UUID company) {
        String userName = administrator.userName().toLowerCase(Locale.ROOT);
        passwords.check(userName, administrator.password());
        String hash = passwords.hash(administrator.password());
        Person person = new Person(userName, administrator.name(), company, hash, clock.instant());
        person.choosePassword(hash);
        people.saveAndFlush(person);
        grants.give(person.id(), administrator.role().name(), company);
        accounts.forget(person.id());
    }
}
