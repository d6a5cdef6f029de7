package org.kedang.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What is kept about made customers beside their record, made where it is kept. */
final class KeptAboutCustomers {
    static final List<String> TABLES =
            List.of(
                    "contact",
                    "contact_role_term",
                    "certificate",
                    "certificate_review",
                    "preference",
                    "activity",
                    "customer_identifier",
                    "consent_event",
                    "registration",
                    "expense",
                    "confirmation",
                    "handover_line",
                    "rights_case",
                    "rights_case_step",
                    "feedback",
                    "letter",
                    "customer_deletion",
                    "deletion_register",
                    "dossier",
                    "customer_version");

    /** As the trigger writes them. */
    private static final String VERSIONS =
            """
            insert into customer_version (customer_id, version, record, changed_at, changed_by, changed, reason)
            select m.id, 0, jsonb_strip_nulls(to_jsonb(m) - '{id,i,version,number,name_key,phone_key,created_at,created_by,updated_at,updated_by,reason}'::text[])
                || '{"note": "原来的备注"}', m.updated_at, m.updated_by, '{note}', m.reason
            from {made} m where m.version = 1
            """;

    private static final String BUSY_VERSIONS =
            """
            do $$ begin
                for n in 1..1000 loop
                    update customer set version = version + 1, note = '第 ' || n || ' 次', reason = '例行核对',
                        updated_at = updated_at + interval '1 hour' where number = '%s';
                end loop;
            end $$
            """;

    private final Hands hands;

    KeptAboutCustomers(Hands hands) {
        this.hands = hands;
    }

    void fill(int first, int last) throws IOException, SQLException {
        List<String> tasks = new ArrayList<>();
        tasks.add(VERSIONS);
        // what depends on the statement before it follows without an empty line
        tasks.addAll(List.of(read("kept-about-customers.sql").split("\n\n")));
        hands.perform(about(tasks, first, last));
    }

    /** Everything by the hundred about one of them. */
    void fillBusy(int one) throws IOException, SQLException {
        hands.perform(about(List.of(read("busy-customer.sql")), one, one));
        try (Statement statement = hands.first().createStatement()) {
            statement.execute(BUSY_VERSIONS.formatted(MadeCustomers.number(one)));
        }
    }

    /** The tasks with ids and customers put in. */
    private static List<String> about(List<String> tasks, int first, int last) {
        String made =
                """
                (select c.*, substr(c.number, 2)::int i from customer c
                 where c.number ~ '^B[0-9]{8}$' and c.number between '%s' and '%s')\
                """
                        .formatted(MadeCustomers.number(first), MadeCustomers.number(last));
        String id =
                "('0191$1' || lpad(to_hex(m.i * 16 + $2), 8, '0') || substr(md5(m.i::text), 1,"
                        + " 16))::uuid";
        return tasks.stream()
                .filter(task -> !task.lines().allMatch(line -> line.startsWith("--")))
                .map(task -> task.replaceAll("\\{id (\\w+) (\\w+)}", id).replace("{made}", made))
                .toList();
    }

    private static String read(String name) throws IOException {
        try (InputStream file = KeptAboutCustomers.class.getResourceAsStream("/" + name)) {
            if (file == null) {
                throw new IOException("no " + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
