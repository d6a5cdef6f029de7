package org.kedang.database;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/** Passwords of the database users, made once and kept where only the operator reads them. */
final class DatabasePasswords {
    private final Path folder;
    private final Path file;
    private final Properties values = new Properties();

    private DatabasePasswords(Path folder) {
        this.folder = folder;
        this.file = folder.resolve("database.properties");
    }

    /** Reads {@code <data>/keys/database.properties}; an absent file is an empty one. */
    static DatabasePasswords in(Path data) throws IOException {
        var passwords = new DatabasePasswords(data.resolve("keys"));
        if (Files.exists(passwords.file)) {
            try (var reader = Files.newBufferedReader(passwords.file)) {
                passwords.values.load(reader);
            }
        }
        return passwords;
    }

    Path file() {
        return file;
    }

    @Nullable String find(String user) {
        return values.getProperty(user);
    }

    /**
     * The user's password; one that does not exist yet is made and on the disk before this returns.
     */
    String of(String user) throws IOException {
        String known = values.getProperty(user);
        return known == null ? keep(user, random()) : known;
    }

    /** Letters and digits only, so that it needs no quoting in SQL. */
    static String random() {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    String keep(String user, String password) throws IOException {
        values.setProperty(user, password);
        Files.createDirectories(
                folder,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        var text = new StringWriter();
        values.store(text, "Passwords of the database users");
        var secret =
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Path draft = Files.createTempFile(folder, "database", ".new", secret);
        Durable.write(draft, text.toString());
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        Durable.syncFolder(folder);
        return password;
    }
}
