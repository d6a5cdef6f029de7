package org.kedang.signin;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;
import org.kedang.audit.Audit;
import org.kedang.audit.Entry;
import org.kedang.identity.Department;
import org.kedang.identity.Directory;
import org.kedang.identity.DirectoryAccounts;
import org.kedang.identity.DirectoryAccounts.Known;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Ids;
import org.kedang.kernel.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

import tools.jackson.databind.json.JsonMapper;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

import javax.naming.ldap.LdapName;

/**
 * Takes departments and people over from the directory: new ones are added, moved ones moved, gone
 * ones reported or locked. Rights are never touched.
 */
@Service
public class Synchronising {
    /** Above this part of all, gone people mean a wrong filter rather than leavers. */
    private static final double TOO_MANY_GONE = 0.2;

    private static final int FEW = 5;
    private static final Pattern USER_NAME = Pattern.compile("[a-z][a-z0-9._-]{1,39}");

    /**
     * What a run did.
     *
     * @param missing names of people whose entry is gone and who were not locked
     * @param skipped entries that could not be taken over, and why
     */
    @Schema(name = "DirectoryReport")
    public record Report(
            Instant at,
            int departmentsAdded,
            int departmentsChanged,
            int added,
            int changed,
            int locked,
            List<String> missing,
            List<String> skipped) {}

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final LdapSettings settings;
    private final LdapDirectory ldap;
    private final DirectoryAccounts accounts;
    private final Directory directory;
    private final Audit audit;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Synchronising(
            LdapSettings settings,
            LdapDirectory ldap,
            DirectoryAccounts accounts,
            Directory directory,
            Audit audit,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        this.settings = settings;
        this.ldap = ldap;
        this.accounts = accounts;
        this.directory = directory;
        this.audit = audit;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Whether a directory is configured at all. */
    public boolean isOn() {
        return settings.isOn();
    }

    /** What the last run did. */
    public Optional<Report> last() {
        return jdbc.sql("select report from directory_run order by started_at desc limit 1")
                .query(String.class)
                .optional()
                .map(text -> JSON.readValue(text, Report.class));
    }

    /**
     * Runs now, alone: two nodes never do it at once.
     *
     * @throws Problem {@code not-found} if no directory is configured, {@code
     *     directory-unreachable}
     */
    public Report run(Actor actor) {
        if (!settings.isOn()) {
            throw Problem.notFound();
        }
        List<LdapDirectory.Entry> departments = ldap.departments();
        List<LdapDirectory.Entry> people = ldap.people();
        return Objects.requireNonNull(
                transaction.execute(status -> takeOver(actor, departments, people)));
    }

    private Report takeOver(
            Actor actor, List<LdapDirectory.Entry> departments, List<LdapDirectory.Entry> people) {
        accounts.hold();
        Run run = new Run(actor, clock.instant());
        Map<LdapName, UUID> places = run.departments(departments);
        run.people(people, places);
        return keep(actor, run.report());
    }

    private Report keep(Actor actor, Report report) {
        jdbc.sql(
                        "insert into directory_run (id, started_at, started_by, ended_at, report)"
                                + " values (:id, :start, :by, :end, cast(:report as jsonb))")
                .param("id", Ids.next())
                .param("start", report.at().atOffset(ZoneOffset.UTC))
                .param("by", actor.userName())
                .param("end", clock.instant().atOffset(ZoneOffset.UTC))
                .param("report", JSON.writeValueAsString(report))
                .update();
        audit.record(
                Entry.of(actor, SignInAct.DIRECTORY_TAKEN_OVER)
                        .change("added", null, report.added())
                        .change("changed", null, report.changed())
                        .change("locked", null, report.locked())
                        .change("missing", null, report.missing().size()));
        return report;
    }

    /** One run and what it has done so far. */
    private final class Run {
        private final Actor actor;
        private final Instant at;
        private final List<String> missing = new ArrayList<>();
        private final List<String> skipped = new ArrayList<>();
        private int departmentsAdded;
        private int departmentsChanged;
        private int added;
        private int changed;
        private int locked;

        Run(Actor actor, Instant at) {
            this.actor = actor;
            this.at = at;
        }

        Report report() {
            return new Report(
                    at,
                    departmentsAdded,
                    departmentsChanged,
                    added,
                    changed,
                    locked,
                    missing,
                    skipped);
        }

        /** From the top down, so that what is above is there already. */
        Map<LdapName, UUID> departments(List<LdapDirectory.Entry> entries) {
            Map<String, Department> known = accounts.departments();
            UUID top = top();
            Map<LdapName, UUID> places = new HashMap<>();
            entries.stream()
                    .sorted(Comparator.comparingInt(entry -> entry.dn().size()))
                    .forEach(
                            entry -> {
                                UUID parent = above(entry.dn(), places).orElse(top);
                                places.put(entry.dn(), department(entry, known, parent));
                            });
            return places;
        }

        private UUID department(
                LdapDirectory.Entry entry, Map<String, Department> known, UUID parent) {
            Department before = known.get(entry.id());
            if (before == null) {
                departmentsAdded++;
                return accounts.addDepartment(actor, entry.id(), entry.name(), parent);
            }
            if (before.closed()) {
                return before.id();
            }
            if (!before.name().equals(entry.name()) || !parent.equals(before.parentId())) {
                departmentsChanged++;
                accounts.changeDepartment(actor, before, entry.name(), parent);
            }
            return before.id();
        }

        private UUID top() {
            return directory.listDepartments().stream()
                    .filter(department -> department.parentId() == null)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("No department at the top"))
                    .id();
        }

        void people(List<LdapDirectory.Entry> entries, Map<LdapName, UUID> places) {
            Map<String, Known> known = new HashMap<>();
            accounts.people().forEach(person -> known.put(person.directoryId(), person));
            Set<String> there = new HashSet<>();
            UUID top = top();
            for (LdapDirectory.Entry entry : entries) {
                there.add(entry.id());
                person(entry, known.get(entry.id()), above(entry.dn(), places).orElse(top));
            }
            gone(
                    known.values().stream()
                            .filter(p -> p.active() && !there.contains(p.directoryId()))
                            .toList());
        }

        private void person(LdapDirectory.Entry entry, @Nullable Known before, UUID department) {
            if (before == null) {
                add(entry, department);
            } else if (!before.name().equals(entry.name())
                    || !before.departmentId().equals(department)) {
                accounts.change(actor, before, entry.name(), department);
                changed++;
            }
        }

        private void add(LdapDirectory.Entry entry, UUID department) {
            String given = entry.userName() == null ? "" : entry.userName();
            String userName = given.toLowerCase(Locale.ROOT);
            if (!USER_NAME.matcher(userName).matches()) {
                skipped.add(entry.name() + ": " + given);
            } else if (accounts.isTaken(userName)) {
                skipped.add(entry.name() + ": " + userName + " ×2");
            } else {
                accounts.add(actor, entry.id(), userName, entry.name(), department);
                added++;
            }
        }

        private void gone(List<Known> gone) {
            long all = accounts.people().stream().filter(Known::active).count();
            boolean plausible = gone.size() <= Math.max(FEW, all * TOO_MANY_GONE);
            boolean locks = settings.missing() == LdapSettings.Missing.LOCK && plausible;
            for (Known person : gone) {
                if (locks) {
                    accounts.shutOut(actor, person);
                    locked++;
                } else {
                    missing.add(person.name() + " (" + person.userName() + ")");
                }
            }
        }

        private Optional<UUID> above(LdapName dn, Map<LdapName, UUID> places) {
            for (int length = dn.size() - 1; length > 0; length--) {
                UUID place = places.get((LdapName) dn.getPrefix(length));
                if (place != null) {
                    return Optional.of(place);
                }
            }
            return Optional.empty();
        }
    }
}
