package org.kedang.storage;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Settles what a killed server left in {@code incoming/}: bytes with a row are completed, parts of uploads that can
 * be resumed stay, all else is removed. Its cost is that of what was in flight.
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
        try {
            settleAll();
        } catch (IOException e) {
            throw new IllegalStateException(
                    "无法清理上次中断的上传，请检查 %s 的权限与磁盘。Cannot settle what an earlier run left in %s; check its permissions and the disk."
                            .formatted(store.incomingFolder(), store.incomingFolder()),
                    e);
        }
    }

    private void settleAll() throws IOException {
        Set<UUID> ids = new HashSet<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(store.incomingFolder())) {
            for (Path file : files) {
                idOf(file).ifPresent(ids::add);
            }
        }
        if (ids.isEmpty()) {
            return;
        }
        Set<UUID> kept = among("select id from content where id = any(?)", ids);
        Set<UUID> parts = among("select content_id from upload_part where content_id = any(?)", ids);
        ids.forEach(id -> settle(new ContentId(id), kept.contains(id), parts.contains(id)));
        log.info("Settled {} files of an earlier run: {} kept, {} to be resumed", ids.size(), kept.size(), parts.size());
    }

    private void settle(ContentId id, boolean kept, boolean part) {
        if (kept) {
            store.shelve(id);
            store.removeIncoming(id);
        } else if (!part) {
            store.unshelve(id);
            store.removeIncoming(id);
        } else {
            store.unshelve(id);
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
