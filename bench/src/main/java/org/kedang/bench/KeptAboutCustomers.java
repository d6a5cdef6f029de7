package org.kedang.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
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

    private final Connection owner;

    KeptAboutCustomers(Connection owner) {
        this.owner = owner;
    }

    void fill(int first, int last) throws IOException, SQLException {
        run(read("kept-about-customers.sql"), first, last);
        run(VERSIONS, first, last);
    }

    /** Everything by the hundred about one of them. */
    void fillBusy(int one) throws IOException, SQLException {
        run(read("busy-customer.sql"), one, one);
        run(BUSY_VERSIONS.formatted(MadeCustomers.number(one)), one, one);
    }

    private void run(String text, int first, int last) throws SQLException {
        String made =
                """
                (select c.*, substr(c.number, 2)::int i from customer c
                 where c.number ~ '^B[0-9]{8}$' and substr(c.number, 2)::int between %d and %d)\
                """
                        .formatted(first, last);
        String id =
                "('0191$1' || lpad(to_hex(m.i * 16 + $2), 8, '0') || substr(md5(m.i::text), 1,"
                        + " 16))::uuid";
        try (Statement statement = owner.createStatement()) {
            List<String> all = text.contains("do $$") ? List.of(text) : List.of(text.split(";\n"));
            for (String sql : all) {
                long began = System.nanoTime();
                String whole = sql.replaceAll("\\{id (\\w+) (\\w+)}", id).replace("{made}", made);
                int rows = statement.executeUpdate(whole);
                if (System.nanoTime() - began > 1_000_000_000L) {
                    System.out.printf(
                            "  %,d rows in %.1f s: %s%n",
                            rows,
                            (System.nanoTime() - began) / 1e9,
                            sql.replaceAll("(?s).*?(insert into|update) (\\w+).*", "$2"));
                }
            }
        }
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
