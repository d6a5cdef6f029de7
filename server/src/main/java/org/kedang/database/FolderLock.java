package org.kedang.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Says that this process alone uses a data folder; the kernel takes the lock back when the process
 * dies.
 */
final class FolderLock implements AutoCloseable {
    /**
     * Folders that this process has. The kernel forgets a process's lock as soon as the process
     * closes any other handle of the same file: such a folder's file must not be opened again.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel channel;

    private FolderLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    static FolderLock take(Path folder) throws IOException {
        return tryTake(folder).orElseThrow(() -> inUse(folder));
    }

    static Optional<FolderLock> tryTake(Path folder) throws IOException {
        Path real = Files.createDirectories(folder).toRealPath();
        if (!HELD.add(real)) {
            return Optional.empty();
        }
        boolean taken = false;
        try {
            Optional<FolderLock> lock = lock(real);
            taken = lock.isPresent();
            return lock;
        } finally {
            if (!taken) {
                HELD.remove(real);
            }
        }
    }

    private static Optional<FolderLock> lock(Path folder) throws IOException {
        var channel =
                FileChannel.open(
                        folder.resolve("kedang.lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            return Optional.empty();
        }
        channel.truncate(0);
        channel.write(
                ByteBuffer.wrap(
                        Long.toString(ProcessHandle.current().pid())
                                .getBytes(StandardCharsets.US_ASCII)));
        return Optional.of(new FolderLock(folder, channel));
    }

    private static DatabaseUnavailable inUse(Path folder) {
        return new DatabaseUnavailable(
                "数据文件夹 %s 正被另一个客档使用。请先用 Ctrl+C 或 ./kedang stop 停止它,或用 --data 另选文件夹。"
                        .formatted(folder),
                "Another Kedang is using the data folder %s. Stop it first with Ctrl+C or ./kedang stop, or choose another folder with --data."
                        .formatted(folder));
    }

    @Override
    public void close() throws IOException {
        channel.close();
        HELD.remove(folder);
    }
}
