package org.kedang.audit;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The folder of the journals: one file for each process at work on it. The file of a process that
 * lives is locked; one without a lock was left by a process that was killed.
 */
final class JournalFolder {
    private static final String SUFFIX = ".journal";

    /** Set aside: a file that somebody or something changed is evidence. */
    private static final String DAMAGED = ".damaged";

    /** Takes what a killed process has left. */
    interface Heir {
        void take(Path file, JournalFile.Left left);
    }

    private final Path folder;

    JournalFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Makes the file of this process, after what killed ones left was taken. Their files are
     * removed then, or set aside if they are damaged.
     */
    JournalFile open(Heir heir) throws IOException {
        Path real =
                Files.createDirectories(
                                folder,
                                PosixFilePermissions.asFileAttribute(
                                        PosixFilePermissions.fromString("rwx------")))
                        .toRealPath();
        synchronized (JournalFolder.class) {
            try (FileChannel door = FileChannel.open(real.resolve("lock"), CREATE, WRITE);
                    FileLock alone = door.lock()) {
                for (Path file : files(real)) {
                    if (!JournalFile.isOurs(file)) {
                        takeOver(file, heir);
                    }
                }
                Path own = real.resolve(UUID.randomUUID() + SUFFIX);
                JournalFile file = JournalFile.create(own, JournalFile.HALF);
                force(real);
                return file;
            }
        }
    }

    /** The file's name is on the disk before anything is kept in it. */
    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, READ)) {
            channel.force(true);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX)).sorted().toList();
        }
    }

    private static void takeOver(Path file, Heir heir) throws IOException {
        try (FileChannel channel = FileChannel.open(file, READ, WRITE)) {
            if (channel.tryLock() == null) {
                return;
            }
            JournalFile.Left left = JournalFile.read(channel);
            heir.take(file, left);
            if (left.lost() == 0) {
                Files.delete(file);
            } else {
                Files.move(file, file.resolveSibling(file.getFileName() + DAMAGED));
            }
        }
    }
}
