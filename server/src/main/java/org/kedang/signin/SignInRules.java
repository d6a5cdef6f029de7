package org.kedang.signin;

import io.swagger.v3.oas.annotations.media.Schema;

import org.kedang.audit.Audit;
import org.kedang.audit.Entry;
import org.kedang.identity.Account;
import org.kedang.identity.Accounts;
import org.kedang.identity.Role;
import org.kedang.identity.Roles;
import org.kedang.kernel.Actor;
import org.kedang.kernel.AfterCommit;
import org.kedang.kernel.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** From which networks a role counts, and whether its holders need a second step. */
@Service
public class SignInRules {
    /** The rules of one role. */
    @Schema(name = "SignInRule")
    public record Rule(
            String role,
            String zh,
            String en,
            boolean administrator,
            List<String> networks,
            boolean secondStep) {}

    /** An address with or without prefix length; names of hosts are not taken. */
    private static final Pattern BLOCK = Pattern.compile("[0-9a-fA-F.:]+(/[0-9]{1,3})?");

    private final Roles roles;
    private final Accounts accounts;
    private final SecondSteps secondSteps;
    private final JdbcClient jdbc;
    private final Audit audit;

    SignInRules(
            Roles roles, Accounts accounts, SecondSteps secondSteps, JdbcClient jdbc, Audit audit) {
        this.roles = roles;
        this.accounts = accounts;
        this.secondSteps = secondSteps;
        this.jdbc = jdbc;
        this.audit = audit;
    }

    public List<Rule> list() {
        Set<String> demanding = demanding();
        return roles.list().stream().map(role -> rule(role, demanding)).toList();
    }

    private static Rule rule(Role role, Set<String> demanding) {
        return new Rule(
                role.code(),
                role.zh(),
                role.en(),
                role.administrator(),
                role.networks(),
                demanding.contains(role.code()));
    }

    private Set<String> demanding() {
        return Set.copyOf(jdbc.sql("select role from role_second_step").query(String.class).list());
    }

    /**
     * Sets both; it counts at once on this node, from the next second on everywhere. Nobody can
     * shut himself out by it.
     */
    @Transactional
    public void change(Actor actor, String code, List<String> networks, boolean secondStep) {
        Role role = roles.find(code).orElseThrow(Problem::notFound);
        List<String> blocks = networks.stream().map(String::strip).distinct().toList();
        blocks.forEach(SignInRules::check);
        refuseToShutOut(actor, code, blocks);
        boolean before = demanding().contains(code);
        roles.restrict(code, blocks);
        demand(code, secondStep);
        audit.record(
                Entry.of(actor, SignInAct.SIGN_IN_RULES_CHANGED)
                        .subject("role", subject(code), role.zh())
                        .change(
                                "networks",
                                String.join(", ", role.networks()),
                                String.join(", ", blocks))
                        .change("secondStep", before, secondStep));
        AfterCommit.run(
                () -> {
                    accounts.forgetAll();
                    secondSteps.demandsChanged();
                });
    }

    private void demand(String code, boolean secondStep) {
        jdbc.sql(
                        secondStep
                                ? "insert into role_second_step (role) values (:role) on conflict"
                                        + " do nothing"
                                : "delete from role_second_step where role = :role")
                .param("role", code)
                .update();
    }

    /** Roles have codes, the log has ids; the same code gives the same id. */
    private static UUID subject(String code) {
        return UUID.nameUUIDFromBytes(("role:" + code).getBytes(StandardCharsets.UTF_8));
    }

    private static void check(String block) {
        if (!BLOCK.matcher(block).matches() || !isReadable(block)) {
            throw Problem.invalid(
                    "networks",
                    "network",
                    "“%s”不是网段。请写成 192.168.1.0/24 或 2001:db8::/32 这样的形式。".formatted(block),
                    "\"%s\" is no network. Write it like 192.168.1.0/24 or 2001:db8::/32."
                            .formatted(block));
        }
    }

    private static boolean isReadable(String block) {
        try {
            return !new IpAddressMatcher(block).toString().isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private void refuseToShutOut(Actor actor, String code, List<String> blocks) {
        String address = actor.address();
        boolean own =
                accounts.find(actor.id())
                        .map(Account::everywhere)
                        .filter(rights -> rights.roles().contains(code))
                        .isPresent();
        if (!own || blocks.isEmpty() || address == null) {
            return;
        }
        if (blocks.stream().noneMatch(block -> new IpAddressMatcher(block).matches(address))) {
            throw Problem.invalid(
                    "networks",
                    "shuts-out",
                    "您自己担任此角色，而当前地址 %s 不在所列网段内；请先加入它。".formatted(address),
                    "You hold this role and your address %s is in none of these networks; add it."
                            .formatted(address));
        }
    }
}
