package org.kedang.database;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Says that this process alone uses a data folder; the kernel takes the lock back when the process
 * dies.
 */
final class FolderLock implements AutoCloseable {
    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    static FolderLock take(Path folder) throws IOException {
        return tryTake(folder).orElseThrow(() -> inUse(folder));
    }

    static Optional<FolderLock> tryTake(Path folder) throws IOException {
        Files.createDirectories(folder);
        var channel =
                FileChannel.open(
                        folder.resolve("kedang.lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE);
        if (lock(channel) == null) {
            channel.close();
            return Optional.empty();
        }
        channel.truncate(0);
        channel.write(
                ByteBuffer.wrap(
                        Long.toString(ProcessHandle.current().pid())
                                .getBytes(StandardCharsets.US_ASCII)));
        return Optional.of(new FolderLock(channel));
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
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
    }
}
