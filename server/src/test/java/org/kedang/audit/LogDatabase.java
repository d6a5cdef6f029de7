package org.kedang.audit;

import org.flywaydb.core.Flyway;
import org.kedang.database.DatabaseAccess;
import org.kedang.database.DatabaseAccess.Login;
import org.kedang.database.EmbeddedPostgres;
import org.kedang.kernel.Ids;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

import tools.jackson.databind.ObjectMapper;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

import javax.sql.DataSource;

/** A PostgreSQL with the log's tables and nobody else in it. */
final class LogDatabase implements AutoCloseable {
    private final EmbeddedPostgres postgres;
    private final DatabaseAccess access;
    private final DriverManagerDataSource source;
    private final JdbcTemplate rows;
    private final LoggedEvents events = new LoggedEvents(new ObjectMapper());
    private final HeldEvents held = new HeldEvents();

    LogDatabase() {
        this(EmbeddedPostgres.temporary());
    }

    LogDatabase(EmbeddedPostgres postgres) {
        this.postgres = postgres;
        access = postgres.access();
        source =
                new DriverManagerDataSource(
                        access.url(), access.app().user(), access.app().password());
        rows = new JdbcTemplate(source);
        Flyway.configure()
                .dataSource(access.url(), access.owner().user(), access.owner().password())
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }

    @Override
    public void close() {
        postgres.close();
    }

    void empty() {
        asOwner(
                "truncate audit_event, audit_leaf, audit_node, audit_checkpoint,"
                        + " audit_publication, audit_time_stamp, audit_key, audit_key_note,"
                        + " audit_key_note_delivery, audit_file_note");
    }

    JdbcTemplate rows() {
        return rows;
    }

    JdbcClient jdbc() {
        return JdbcClient.create(rows);
    }

    TransactionTemplate transaction() {
        return new TransactionTemplate(new DataSourceTransactionManager(source));
    }

    LoggedEvents events() {
        return events;
    }

    Checkpoints checkpoints() {
        return new Checkpoints(jdbc());
    }

    SealedEvents sealedEvents() {
        return new SealedEvents(jdbc(), events, new RecentLeaves(jdbc()));
    }

    Sealer sealer(SealingSettings settings) {
        return sealer(settings, new RecentLeaves(jdbc()));
    }

    Sealer sealer(SealingSettings settings, RecentLeaves recent) {
        return new Sealer(
                rows,
                transaction(),
                events,
                keys(settings),
                held,
                recent,
                settings,
                Clock.systemUTC());
    }

    NoteKeys keys(SealingSettings settings) {
        return new NoteKeys(
                settings, jdbc(), new CheckpointFile(settings, false), Clock.systemUTC());
    }

    Audit audit() {
        Months months = new Months(jdbc(), Clock.systemUTC());
        months.make();
        AuditEvents table = new AuditEvents(rows, months, new ObjectMapper());
        WriterConnections writers = writers();
        Journal none = new Journal(null, new JournalTable(table, writers, Clock.systemUTC()));
        return new Audit(
                table, new GroupCommit(table, held, writers, none), none, Clock.systemUTC());
    }

    private WriterConnections writers() {
        try {
            return new WriterConnections(source);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A server's seal, as it is after a start. */
    Sealing sealing(SealingSettings settings) {
        NoteKeys keys = keys(settings);
        CheckpointFile file = new CheckpointFile(settings, false);
        return new Sealing(
                sealer(settings),
                new Watch(jdbc(), file, keys),
                file,
                new FilePublishing(rows, file, Clock.systemUTC()),
                checkpoints(),
                keys,
                audit(),
                settings,
                Clock.systemUTC());
    }

    /** What loading a backup of the moment with so many leaves leaves behind. */
    void restoreTo(long size) {
        asOwner(
                """
                delete from audit_event where id not in (select event_id from audit_leaf where index < %1$d);
                delete from audit_leaf where index >= %1$d;
                delete from audit_node where (index + 1) * (256 ^ level) > %1$d;
                delete from audit_checkpoint where size > %1$d
                """
                        .formatted(size));
    }

    DataSource source() {
        return source;
    }

    Connection connect() throws SQLException {
        Login app = access.app();
        return DriverManager.getConnection(access.url(), app.user(), app.password());
    }

    void asOwner(String sql) {
        Login owner = access.owner();
        try (Connection connection =
                        DriverManager.getConnection(access.url(), owner.user(), owner.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    long leaves() {
        return jdbc().sql("select count(*) from audit_leaf").query(Long.class).single();
    }

    Set<UUID> keep(int many) {
        try (Connection connection = connect()) {
            Set<UUID> kept = new HashSet<>();
            for (int i = 0; i < many; i++) {
                kept.add(keep(connection));
            }
            return kept;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** So many events like real ones, in one transaction. */
    void keepMany(int many) {
        rows.update(
                """
                insert into audit_event (id, at, actor_id, actor_user_name, actor_name, post, roles, address, device,
                    session, act, act_class, result, subject_type, subject_id, subject_title, customer_id, changes)
                select uuidv7(), clock_timestamp(), gen_random_uuid(), 'clerk' || n % 500, '经办人' || n % 500,
                    '业务一部 客户经理', '{CLERK,ARCHIVIST}', '10.1.2.' || n % 250, 'Chrome 140 · Windows',
                    md5(n::text), 'customer.changed', 1, 'DONE', 'customer', gen_random_uuid(),
                    '长沙某某科技有限公司 ' || n, gen_random_uuid(),
                    case when n % 3 = 0 then '[{"field":"phone","before":"138****0001","after":"138****0002"}]'::jsonb end
                from generate_series(1, ?) n
                """,
                many);
    }

    /** One event, in the transaction of the connection. */
    UUID keep(Connection connection) throws SQLException {
        UUID id = Ids.next();
        try (PreparedStatement insert =
                connection.prepareStatement(
                        """
                        insert into audit_event (id, at, actor_id, actor_user_name, actor_name, roles, act,
                            act_class, result, subject_title, changes)
                        values (?, ?, ?, 'tester', '测试', '{CLERK}', 'test.done', 1, 'DONE', '长沙“一”号',
                            '[{"field":"name","before":"旧","after":"新"}]')
                        """)) {
            insert.setObject(1, id);
            insert.setObject(2, Instant.now().atOffset(ZoneOffset.UTC));
            insert.setObject(3, new UUID(0, 7));
            insert.executeUpdate();
        }
        return id;
    }

    /** As if the checkpoints had come from elsewhere, with far higher transaction numbers. */
    void pretendAnotherCluster() {
        asOwner(
                """
                update audit_checkpoint set cluster = cluster + 1, snapshot = '900000000:900000000:';
                update audit_event set tx = ((tx::text)::bigint + 100000000)::text::xid8
                """);
    }

    /**
     * The sealer's connection dies when it adds its checkpoint: after the leaves, before the
     * commit.
     */
    void killNextCheckpoint() {
        asOwner(
                """
                create function die() returns trigger language plpgsql as
                    $$ begin perform pg_terminate_backend(pg_backend_pid()); return new; end $$;
                create trigger die before insert on audit_checkpoint for each row execute function die()
                """);
    }

    void killNoMore() {
        asOwner("drop trigger die on audit_checkpoint; drop function die()");
    }
}
