package org.kedang.database;

import org.kedang.database.DatabaseAccess.Login;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A PostgreSQL that lives in the data folder and runs as long as this object is open.
 *
 * <p>Commits are durable. Every connection needs a password, and the server listens on the loopback
 * address only. A killed process loses nothing: the next start stops what it left running and
 * recovers.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final String TEMPORARY = "kedang-postgres-";

    private final FolderLock lock;
    private final Cluster cluster;
    private final DatabaseAccess access;
    private final boolean keep;
    private final Path data;

    private EmbeddedPostgres(Path data, FolderLock lock, Binaries binaries, boolean keep)
            throws IOException, SQLException {
        this.data = data;
        this.lock = lock;
        this.keep = keep;
        refuseOtherMajor(data.resolve("postgres"));
        this.cluster = new Cluster(binaries, data, new ClusterSettings(keep));
        this.access = open(DatabasePasswords.in(data));
    }

    /**
     * Starts the server on a data folder and makes what is missing: programs, cluster, users,
     * database.
     *
     * @throws DatabaseUnavailable when another process uses the folder or PostgreSQL does not start
     */
    public static EmbeddedPostgres start(Path data) {
        try {
            Path folder = data.toAbsolutePath().normalize();
            FolderLock lock = FolderLock.take(folder);
            try {
                return new EmbeddedPostgres(
                        folder, lock, Binaries.in(folder.resolve("postgres")), true);
            } catch (IOException | SQLException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw refused(data, e);
        }
    }

    /** A server whose data vanish with it: for tests and rehearsals, not durable. */
    public static EmbeddedPostgres temporary() {
        try {
            sweepTemporary();
            Path folder = Files.createTempDirectory(TEMPORARY);
            return new EmbeddedPostgres(
                    folder, FolderLock.take(folder), Binaries.in(cache()), false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw refused(Path.of(System.getProperty("java.io.tmpdir")), e);
        }
    }

    public DatabaseAccess access() {
        return access;
    }

    Path data() {
        return data;
    }

    /** Returns when the server is gone; a second call does nothing. */
    @Override
    public void close() {
        try {
            if (keep) {
                cluster.stop();
            } else {
                cluster.stopAtOnce();
            }
            if (!keep) {
                clear(data);
            }
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private DatabaseAccess open(DatabasePasswords passwords) throws IOException, SQLException {
        var superuser = new Login(Cluster.SUPERUSER, passwords.of(Cluster.SUPERUSER));
        var owner = new Login(Users.OWNER, passwords.of(Users.OWNER));
        var app = new Login(Users.APP, passwords.of(Users.APP));
        if (!cluster.exists()) {
            cluster.create(superuser.password());
        }
        String server = "jdbc:postgresql://127.0.0.1:%d/".formatted(cluster.start());
        try {
            prepare(server, superuser, owner, app);
        } catch (SQLException e) {
            cluster.stop();
            throw e;
        }
        return new DatabaseAccess(server + Users.DATABASE, owner, app);
    }

    private static void prepare(String server, Login superuser, Login owner, Login app)
            throws SQLException {
        try (var connection = Users.connect(server + "postgres", superuser)) {
            for (Login login : List.of(owner, app)) {
                if (!Users.exists(connection, login.user())) {
                    Users.create(connection, login);
                }
            }
            Users.createDatabase(connection);
        }
    }

    private static void refuseOtherMajor(Path home) throws IOException {
        if (Files.notExists(home)) {
            return;
        }
        try (var folders = Files.newDirectoryStream(home, "data-*")) {
            for (Path folder : folders) {
                String name = folder.getFileName().toString();
                if (!name.equals("data-" + Binaries.MAJOR) && !name.endsWith(".new")) {
                    throw new DatabaseUnavailable(
                            "数据文件夹由另一个大版本的 PostgreSQL 写成(%s)。请用写它的客档版本导出后再升级。".formatted(folder),
                            "%s was written by another major version of PostgreSQL. Export it with the Kedang that wrote it, then upgrade."
                                    .formatted(folder));
                }
            }
        }
    }

    /** Unpacked programs are shared by every temporary server of this account. */
    static Path cache() {
        String cache = System.getenv("XDG_CACHE_HOME");
        Path home = Path.of(System.getProperty("user.home"));
        Path parent = cache == null || cache.isBlank() ? home.resolve(".cache") : Path.of(cache);
        return parent.resolve("kedang").resolve("postgres");
    }

    /** Removes what killed tests left behind. */
    private static void sweepTemporary() throws IOException {
        Path parent = Path.of(System.getProperty("java.io.tmpdir"));
        var left = new ArrayList<Path>();
        try (var folders = Files.newDirectoryStream(parent, TEMPORARY + "*")) {
            folders.forEach(left::add);
        }
        for (Path folder : left) {
            if (Files.isWritable(folder) && Files.exists(folder.resolve("postgres"))) {
                sweep(folder);
            }
        }
    }

    private static void sweep(Path folder) throws IOException {
        try {
            Optional<FolderLock> lock = FolderLock.tryTake(folder);
            if (lock.isPresent()) {
                try (var held = lock.get()) {
                    new Cluster(Binaries.in(cache()), folder, new ClusterSettings(false))
                            .stopAtOnce();
                    clear(folder);
                }
            }
        } catch (NoSuchFileException | DirectoryNotEmptyException another) {
            // another process clears it as well: what is left is its own
        }
    }

    /** The lock goes last: while it is there, nobody else takes the folder for a leftover. */
    private static void clear(Path folder) throws IOException {
        Folders.delete(folder.resolve("postgres"));
        Folders.delete(folder);
    }

    private static DatabaseUnavailable refused(Path data, SQLException cause) {
        return new DatabaseUnavailable(
                "内置 PostgreSQL 拒绝连接:%s。若 %s 下的 keys/database.properties 被删改,请从备份恢复它。"
                        .formatted(cause.getMessage(), data),
                "The built-in PostgreSQL refused: %s. If keys/database.properties below %s was removed or changed, restore it from a backup."
                        .formatted(cause.getMessage(), data),
                cause);
    }
}
