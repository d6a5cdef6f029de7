package org.kedang.database;

import org.jspecify.annotations.Nullable;
import org.kedang.database.DatabaseAccess.Login;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * Brings the database up before the application looks for it.
 *
 * <p>{@code kedang.db-url}, {@code kedang.db-user} and {@code kedang.db-password} name a PostgreSQL
 * of the operator's; without them one starts in {@code kedang.data} (default {@code data}). {@code
 * kedang.db-temporary=true} uses one that is shared by the whole process and thrown away at its
 * end. The server stops after the last context is closed.
 */
public final class DatabaseInitializer
        implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static @Nullable DatabaseAccess temporary;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        var source = new MapPropertySource("kedang-database", access(environment).properties());
        environment.getPropertySources().addFirst(source);
    }

    private static DatabaseAccess access(ConfigurableEnvironment environment) {
        if (environment.getProperty("kedang.db-temporary", Boolean.class, false)) {
            return temporary();
        }
        Path data =
                Path.of(environment.getProperty("kedang.data", "data"))
                        .toAbsolutePath()
                        .normalize();
        String url = environment.getProperty("kedang.db-url");
        if (url == null || url.isBlank()) {
            return stoppedAtTheEnd(EmbeddedPostgres.start(data));
        }
        var owner =
                new Login(
                        environment.getProperty("kedang.db-user", Users.OWNER),
                        environment.getProperty("kedang.db-password", ""));
        return outside(url, owner, data);
    }

    private static DatabaseAccess outside(String url, Login owner, Path data) {
        try {
            FolderLock lock = FolderLock.take(data);
            SpringApplication.getShutdownHandlers().add(() -> release(lock));
            return OutsidePostgres.prepare(url, owner, data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void release(FolderLock lock) {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static synchronized DatabaseAccess temporary() {
        DatabaseAccess running = temporary;
        if (running == null) {
            running = stoppedAtTheEnd(EmbeddedPostgres.temporary());
            temporary = running;
        }
        return running;
    }

    private static DatabaseAccess stoppedAtTheEnd(EmbeddedPostgres postgres) {
        SpringApplication.getShutdownHandlers().add(postgres::close);
        return postgres.access();
    }
}
