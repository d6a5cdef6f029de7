package org.kedang.document;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where workers put the document at hand, unencrypted for a moment: nobody else's to read, and gone
 * after a server that was killed together with its workers starts again. Nothing is removed that
 * workers have not made.
 */
final class WorkerFolders {

    private static final Logger LOG = LoggerFactory.getLogger(WorkerFolders.class);
    private static final String PREFIX = "worker-";
    private static final String FONT_CACHE = ".pdfbox.cache";
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private final Path shared;

    private WorkerFolders(Path shared) {
        this.shared = shared;
    }

    static WorkerFolders prepare(@Nullable Path given) {
        try {
            if (given == null) {
                return new WorkerFolders(Files.createTempDirectory("kedang-documents-"));
            }
            Path shared = given.toAbsolutePath();
            Files.createDirectories(shared, OWNER_ONLY);
            for (Path left : leftBehind(shared)) {
                FileSystemUtils.deleteRecursively(left);
            }
            return new WorkerFolders(shared);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> leftBehind(Path shared) throws IOException {
        try (Stream<Path> inside = Files.list(shared)) {
            return inside.filter(path -> isOfDeadServer(path.getFileName().toString())).toList();
        }
    }

    private static boolean isOfDeadServer(String name) {
        String[] parts = name.split("-");
        return name.startsWith(PREFIX)
                && parts.length == 3
                && parts[1].matches("\\d{1,18}")
                && ProcessHandle.of(Long.parseLong(parts[1])).isEmpty();
    }

    /** What may be known to all workers. */
    Path shared() {
        return shared;
    }

    /** A new folder for one worker. */
    Path create() throws IOException {
        String prefix = PREFIX + ProcessHandle.current().pid() + "-";
        return Files.createTempDirectory(shared, prefix, OWNER_ONLY);
    }

    void remove() {
        try {
            Files.deleteIfExists(shared.resolve(FONT_CACHE));
            Files.deleteIfExists(shared);
        } catch (DirectoryNotEmptyException e) {
            LOG.debug("Others use {} too", shared);
        } catch (IOException e) {
            LOG.warn("Folder stays behind: {}", shared);
        }
    }
}
