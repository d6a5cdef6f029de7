package org.kedang.storage;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/** Changes of folders and files that have reached the disk when the call returns. */
final class Disk {

    private static final Set<PosixFilePermission> OWNER_ONLY =
            Set.copyOf(PosixFilePermissions.fromString("rw-------"));

    private Disk() {}

    static void createFolders(Path folder) throws IOException {
        Path absolute = folder.toAbsolutePath();
        Path parent = absolute.getParent();
        if (parent != null && !Files.isDirectory(parent)) {
            createFolders(parent);
        }
        try {
            Files.createDirectory(
                    absolute,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(absolute)) {
                throw e;
            }
        }
        if (parent != null && Files.isReadable(parent)) {
            sync(parent);
        }
    }

    /** Makes creations, links and removals in the folder durable. */
    static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, READ)) {
            channel.force(true);
        }
    }

    static void syncFolderOf(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException("Not in a folder: " + file);
        }
        sync(folder);
    }

    /** Creates a file readable by its owner only; it is there whole or not at all. */
    static void writeOnce(Path target, byte[] bytes) throws IOException {
        Path draft = target.resolveSibling("." + UUID.randomUUID());
        try {
            try (FileChannel channel = createPrivate(draft)) {
                writeAll(channel, ByteBuffer.wrap(bytes));
                channel.force(true);
            }
            Files.createLink(target, draft);
        } finally {
            Files.deleteIfExists(draft);
        }
        syncFolderOf(target);
    }

    static FileChannel createPrivate(Path file) throws IOException {
        return FileChannel.open(
                file,
                EnumSet.of(CREATE_NEW, WRITE),
                PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    }

    static void writeAll(WritableByteChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
