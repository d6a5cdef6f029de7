package org.kedang.storage;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Settles what a killed server left in {@code incoming/}: bytes with a row are completed, parts of
 * uploads that can be resumed stay, all else is removed. Its cost is that of what was in flight.
 */
@Component
class IncomingRecovery implements SmartInitializingSingleton {
    private static final Logger log = LoggerFactory.getLogger(IncomingRecovery.class);

    private final ContentStore store;
    private final JdbcClient jdbc;

    IncomingRecovery(ContentStore store, JdbcClient jdbc) {
        this.store = store;
        this.jdbc = jdbc;
    }

    @Override
    public void afterSingletonsInstantiated() {
        settleOlderThan(Instant.MAX);
    }

    /**
     * Settles what was last written to before a time: what is being received now must be left
     * alone.
     */
    void settleOlderThan(Instant time) {
        try {
            settleAll(time);
        } catch (IOException e) {
            throw new IllegalStateException(
                    "无法清理上次中断的上传，请检查 %s 的权限与磁盘。Cannot settle what an earlier run left in %s; check its permissions and the disk."
                            .formatted(store.incomingFolder(), store.incomingFolder()),
                    e);
        }
    }

    private void settleAll(Instant time) throws IOException {
        Set<UUID> ids = new HashSet<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(store.incomingFolder())) {
            for (Path file : files) {
                if (lastWrite(file).isBefore(time)) {
                    idOf(file).ifPresent(ids::add);
                }
            }
        }
        if (ids.isEmpty()) {
            return;
        }
        // Parts first: an upload that is completed meanwhile is no part any more, but then has its
        // row.
        Set<UUID> parts =
                among("select content_id from upload_part where content_id = any(?)", ids);
        Set<UUID> kept = among("select id from content where id = any(?)", ids);
        for (UUID id : ids) {
            if (kept.contains(id)) {
                finish(new ContentId(id));
            } else if (!parts.contains(id)) {
                drop(new ContentId(id));
            }
        }
        log.info(
                "Settled {} files in flight: {} kept, {} to be resumed",
                ids.size(),
                kept.size(),
                parts.size());
    }

    private void finish(ContentId id) {
        store.shelve(id);
        store.removeIncoming(id);
    }

    private void drop(ContentId id) {
        store.unshelve(id);
        store.removeIncoming(id);
    }

    private static Instant lastWrite(Path file) throws IOException {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (NoSuchFileException e) {
            return Instant.MAX;
        }
    }

    private Set<UUID> among(String sql, Set<UUID> ids) {
        return new HashSet<>(
                jdbc.sql(sql).param(ids.toArray(UUID[]::new)).query(UUID.class).list());
    }

    private static Optional<UUID> idOf(Path file) {
        try {
            return Optional.of(UUID.fromString(file.getFileName().toString()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
