package org.kedang.database;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * PostgreSQL's programs, unpacked from the class path.
 *
 * @param folder holds {@code bin}, {@code lib} and {@code share}
 */
record Binaries(Path folder) {
    /** Clusters of another major version cannot be opened by these programs. */
    static final int MAJOR = 18;

    private static final String DRAFT = "unpacking";
    private static final Duration UNPACKING_AT_MOST = Duration.ofMinutes(15);
    private static final String ARCHIVE = "/postgres-linux-x86_64.txz";

    /** Unpacks below {@code parent} unless these very programs are there already. */
    static Binaries in(Path parent) throws IOException {
        URL archive = Binaries.class.getResource(ARCHIVE);
        if (archive == null || !"amd64".equals(System.getProperty("os.arch"))) {
            throw new DatabaseUnavailable(
                    "内置 PostgreSQL 只支持 64 位 x86 的 Linux。请用 --db-url 使用外部 PostgreSQL。",
                    "The built-in PostgreSQL runs on 64-bit x86 Linux only. Use a PostgreSQL of"
                            + " your own with --db-url.");
        }
        Path folder = parent.resolve("bin-%d-%08x".formatted(MAJOR, checksum(archive)));
        if (Files.notExists(folder)) {
            unpack(archive, parent, folder);
        }
        return new Binaries(folder);
    }

    Path program(String name) {
        return folder.resolve("bin").resolve(name).toAbsolutePath();
    }

    private static long checksum(URL archive) throws IOException {
        var connection = archive.openConnection();
        if (connection instanceof JarURLConnection jar && jar.getJarEntry().getCrc() != -1) {
            return jar.getJarEntry().getCrc();
        }
        var crc = new CRC32();
        try (InputStream bytes = connection.getInputStream()) {
            crc.update(bytes.readAllBytes());
        }
        return crc.getValue();
    }

    /** A process killed half-way leaves a temporary folder, never half of {@code folder}. */
    private static void unpack(URL archive, Path parent, Path folder) throws IOException {
        Files.createDirectories(parent);
        sweep(parent);
        Path draft = Files.createTempDirectory(parent, DRAFT, mode("rwxr-xr-x"));
        try (var tar =
                new TarArchiveInputStream(
                        new XZCompressorInputStream(
                                new BufferedInputStream(archive.openStream())))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, draft);
            }
        }
        try {
            Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            Folders.delete(draft);
            if (Files.notExists(folder)) {
                throw e;
            }
        }
    }

    /** Another process may be unpacking into the same cache right now. */
    private static void sweep(Path parent) throws IOException {
        // this runs before there is an application with a clock
        var abandoned = Clock.systemUTC().instant().minus(UNPACKING_AT_MOST);
        try (var drafts = Files.newDirectoryStream(parent, DRAFT + "*")) {
            for (Path draft : drafts) {
                if (Files.getLastModifiedTime(draft).toInstant().isBefore(abandoned)) {
                    Folders.delete(draft);
                }
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path folder)
            throws IOException {
        Path target = entry.resolveIn(folder);
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, target);
        if ((entry.getMode() & 0100) != 0) {
            Files.setPosixFilePermissions(target, EXECUTABLE);
        }
    }

    private static final Set<PosixFilePermission> EXECUTABLE =
            EnumSet.copyOf(PosixFilePermissions.fromString("rwxr-xr-x"));

    private static FileAttribute<?> mode(String text) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text));
    }
}
