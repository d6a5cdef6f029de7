package org.kedang.audit;

import org.flywaydb.core.Flyway;
import org.kedang.database.DatabaseAccess;
import org.kedang.database.EmbeddedPostgres;
import org.kedang.database.Superuser;
import org.kedang.kernel.SqlPredicate;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

import tools.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/**
 * A log in a database of its own, and a superuser in it. Events 0 to 99 happened in October 2026,
 * 100 to 299 in November, one each second; they were sealed and published at 100, 200 and 300.
 */
final class TamperedLog implements AutoCloseable {
    static final Instant OCTOBER = Instant.parse("2026-10-15T02:00:00Z");
    static final Instant NOVEMBER = Instant.parse("2026-11-02T02:00:00Z");
    private static final List<String> TABLES =
            List.of("audit_event", "audit_leaf", "audit_node", "audit_checkpoint");

    private final EmbeddedPostgres postgres = EmbeddedPostgres.temporary();
    private final DatabaseAccess access = postgres.access();
    private final DriverManagerDataSource source =
            new DriverManagerDataSource(access.url(), access.app().user(), access.app().password());
    private final JdbcTemplate rows = new JdbcTemplate(source);
    private final LoggedEvents events = new LoggedEvents(new ObjectMapper());
    private final LogPages pages = new LogPages(JdbcClient.create(rows), events);
    private final Connection superuser = Superuser.of(postgres);
    private final Path folder;
    private NoteKeys keys;
    private Instant now = NOVEMBER;

    TamperedLog(Path folder) throws SQLException, IOException {
        this.folder = folder;
        Flyway.configure()
                .dataSource(access.url(), access.owner().user(), access.owner().password())
                .locations("classpath:db/migration")
                .load()
                .migrate();
        this.keys = keys(folder);
        sql("select audit_make_months('2026-10-01', '2026-12-01')");
        sql("create schema untouched");
        keep(0, 100, OCTOBER);
        seal(OCTOBER.plus(Duration.ofMinutes(5)));
        keep(100, 100, NOVEMBER);
        seal(NOVEMBER.plus(Duration.ofMinutes(5)));
        keep(200, 100, NOVEMBER.plus(Duration.ofHours(1)));
        seal(NOVEMBER.plus(Duration.ofMinutes(65)));
        Files.writeString(published(), String.join("\n", notes()) + "\n");
        Files.writeString(key(), keys.newest().vkey() + "\n");
        for (String table : TABLES) {
            sql("create table untouched.%s as table public.%s".formatted(table, table));
        }
    }

    Path published() {
        return folder.resolve("published.txt");
    }

    Path key() {
        return folder.resolve("key.txt");
    }

    /** As it was before anybody laid hands on it. */
    void restore() throws SQLException {
        sql("truncate audit_key");
        keys = keys(folder);
        sql("select audit_make_months('2026-10-01', '2026-12-01')");
        sql("truncate audit_event, audit_leaf, audit_node, audit_checkpoint");
        for (String table : TABLES) {
            sql("insert into %s select * from untouched.%s".formatted(table, table));
        }
    }

    private NoteKeys keys(Path folder) {
        SealingSettings settings = SealingFixture.settings(folder).build();
        return new NoteKeys(
                settings, JdbcClient.create(rows), new CheckpointFile(settings, false), clock());
    }

    private List<String> notes() {
        return pages.notes(0, Long.MAX_VALUE, 1000).stream().map(LogPages.Note::text).toList();
    }

    /** Events as the application keeps them. */
    void keep(int first, int many, Instant at) {
        rows.update(
                """
                insert into audit_event (id, at, actor_id, actor_user_name, actor_name, post, roles, address, device,
                    session, act, act_class, result, subject_type, subject_id, subject_title, parent_id, customer_id,
                    reason, request_id, changes)
                select ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, ? + (n - ?) * interval '1 second',
                    gen_random_uuid(), 'user' || n, '某人', '业务部 经办人', '{CLERK}', '10.0.0.1', 'Chrome', 's' || n,
                    'customer.changed', 1, 'DONE', 'customer', gen_random_uuid(), '客户' || n, gen_random_uuid(),
                    gen_random_uuid(), '更正', gen_random_uuid(), '[{"field":"phone","before":"1","after":"2"}]'
                from generate_series(?, ?) n
                """,
                at.atOffset(ZoneOffset.UTC),
                first,
                first,
                first + many - 1);
    }

    /** Seals what has no leaf yet, as if it were this moment. */
    void seal(Instant moment) {
        now = moment;
        new Sealer(
                        rows,
                        new TransactionTemplate(new DataSourceTransactionManager(source)),
                        events,
                        keys,
                        new HeldEvents(),
                        new RecentLeaves(JdbcClient.create(rows)),
                        SealingFixture.settings(folder).build(),
                        clock())
                .seal();
    }

    private Clock clock() {
        InstantSource source = () -> now;
        return source.withZone(ZoneOffset.UTC);
    }

    /** The same installation with a key of the attacker's. */
    void exchangeKey(Path attackers) throws SQLException {
        sql("truncate audit_key");
        keys = keys(attackers);
    }

    void sql(String sql) throws SQLException {
        try (Statement statement = superuser.createStatement()) {
            statement.execute(sql);
        }
    }

    static UUID id(int event) {
        return UUID.fromString("00000000-0000-7000-8000-%012d".formatted(event));
    }

    /** What the leaf of an event would have to be as it now stands. */
    String leafOf(UUID id) {
        LoggedEvent event =
                JdbcClient.create(rows)
                        .sql(
                                "select "
                                        + LoggedEvents.COLUMNS
                                        + " from audit_event e where e.id = :id")
                        .param("id", id)
                        .query((row, number) -> events.read(row))
                        .single();
        byte[] hash = new TreeHash().leaf(EventLine.of(event));
        return "'\\x" + java.util.HexFormat.of().formatHex(hash) + "'::bytea";
    }

    /** Makes the nodes fit the leaves as they now stand; gives the root over all of them. */
    byte[] rebuildNodes() throws SQLException {
        sql("delete from audit_node");
        List<String> made = new java.util.ArrayList<>();
        Frontier edge =
                new Frontier(
                        (level, index, hash) ->
                                made.add(
                                        "insert into audit_node values (%d, %d, '\\x%s')"
                                                .formatted(
                                                        level,
                                                        index,
                                                        java.util.HexFormat.of().formatHex(hash))));
        for (LogPages.Leaf leaf : pages.leaves(0, 10_000)) {
            edge.append(leaf.hash());
        }
        for (String one : made) {
            sql(one);
        }
        return edge.root();
    }

    /** An export of everything, made a day later. */
    Path export() throws IOException {
        return export(0, pages.size());
    }

    /** An export of what may have happened in a span of time. */
    Path export(Instant from, Instant until) throws IOException {
        return export(pages.start(from), pages.end(until));
    }

    private Path export(long start, long end) throws IOException {
        Path file = Files.createTempFile(folder, "export", ".zip");
        long size = pages.size();
        try (OutputStream out = Files.newOutputStream(file)) {
            new RangeExport(pages, keys, event -> true)
                    .write(
                            new RangeExport.Span(
                                    start,
                                    end,
                                    size,
                                    pages.tree(size).cover(start),
                                    SqlPredicate.TRUE,
                                    NOVEMBER.plus(Duration.ofDays(1)),
                                    "auditor"),
                            out);
        }
        return file;
    }

    /** Every tenth event, each with its path. */
    Path selection() throws IOException {
        Path file = Files.createTempFile(folder, "selection", ".zip");
        long size = pages.size();
        SqlPredicate where = SqlPredicate.of("e.actor_user_name like :some", "some", "user%5");
        try (OutputStream out = Files.newOutputStream(file)) {
            new SelectionExport(pages, keys, event -> false)
                    .write(
                            new SelectionExport.Selection(
                                    pages.indexes(where, size, 1000),
                                    size,
                                    where,
                                    NOVEMBER.plus(Duration.ofDays(1)),
                                    "auditor"),
                            out);
        }
        return file;
    }

    @Override
    public void close() throws SQLException {
        superuser.close();
        postgres.close();
    }
}
