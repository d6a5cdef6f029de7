package org.kedang.demo;

import org.kedang.identity.Accounts;
import org.kedang.identity.LoadingOrganisation;
import org.kedang.identity.LoadingOrganisation.NewMember;
import org.kedang.kernel.Actor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Loads the made-up company into an empty installation and tells its accounts at every start. */
@Component
@ConditionalOnBooleanProperty("kedang.demo")
class Demo implements ApplicationRunner {
    private final LoadingOrganisation organisation;
    private final Accounts accounts;
    private final DemoAgreements agreements;
    private final DemoFields fields;
    private final DemoCustomers customers;
    private final DemoPeople people;
    private final DemoRules rules;
    private final DemoPrivacy privacy;
    private final ObjectProvider<DemoRequests> requests;
    private final TransactionTemplate transaction;
    private final Environment environment;
    private final Path passwordFile;
    private final String wished;

    Demo(
            LoadingOrganisation organisation,
            Accounts accounts,
            DemoAgreements agreements,
            DemoFields fields,
            DemoCustomers customers,
            DemoPeople people,
            DemoRules rules,
            DemoPrivacy privacy,
            ObjectProvider<DemoRequests> requests,
            TransactionTemplate transaction,
            Environment environment,
            @Value("${kedang.data}") Path data,
            @Value("${kedang.demo-password:}") String wished) {
        this.organisation = organisation;
        this.accounts = accounts;
        this.agreements = agreements;
        this.fields = fields;
        this.customers = customers;
        this.people = people;
        this.rules = rules;
        this.privacy = privacy;
        this.requests = requests;
        this.transaction = transaction;
        this.environment = environment;
        this.passwordFile = data.resolve("keys/demo-password");
        this.wished = wished;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        if (organisation.isEmpty()) {
            String password = wished.isBlank() ? organisation.givePassword() : wished;
            keep(password);
            transaction.executeWithoutResult(status -> load(password));
        } else if (!wished.isBlank() && Files.exists(passwordFile) && !wished.equals(password())) {
            organisation.replacePasswords(
                    DemoOrganisation.MEMBERS.stream().map(NewMember::userName).toList(), wished);
            keep(wished);
        }
    }

    private void load(String password) {
        organisation.load(DemoOrganisation.DEPARTMENTS, DemoOrganisation.MEMBERS, password);
        agreements.record();
        Actor sales = actor("sales");
        fields.define(actor("sysadmin"));
        customers.register(sales);
        people.write(sales);
        privacy.record(sales);
        rules.draft(actor("clerk"));
        requests.ifAvailable(some -> some.ask(sales, actor("sysadmin")));
    }

    private Actor actor(String userName) {
        return accounts.find(organisation.idOf(userName))
                .orElseThrow()
                .actor(Actor.Connection.INSIDE);
    }

    private String password() throws IOException {
        return Files.readString(passwordFile).strip();
    }

    private void keep(String password) throws IOException {
        Files.createDirectories(passwordFile.getParent());
        Files.deleteIfExists(passwordFile);
        Files.createFile(
                passwordFile,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(passwordFile, password);
    }

    @EventListener(ApplicationReadyEvent.class)
    @SuppressWarnings("SystemOut") // meant for the person at the console
    void tell() throws IOException {
        if (!Files.exists(passwordFile)) {
            return;
        }
        String port = environment.getProperty("local.server.port", "8080");
        StringBuilder told =
                new StringBuilder(
                        "\n  客档 Kedang  http://127.0.0.1:" + port + "/\n\n  账号 accounts:\n");
        for (NewMember member : DemoOrganisation.MEMBERS) {
            told.append("    %-9s %s%n".formatted(member.userName(), member.name()));
        }
        told.append("  密码 password (all): ").append(password()).append("\n\n");
        System.out.print(told);
    }
}
