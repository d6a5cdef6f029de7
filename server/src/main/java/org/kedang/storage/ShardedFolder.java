package org.kedang.storage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Spreads files over folders named by the last digits of their id, which are random even where ids
 * are ordered by time.
 */
final class ShardedFolder {

    private final Path root;
    private final int levels;
    private final String suffix;
    private final Set<Path> durable = ConcurrentHashMap.newKeySet();

    ShardedFolder(Path root, int levels, String suffix) {
        this.root = root;
        this.levels = levels;
        this.suffix = suffix;
    }

    Path root() {
        return root;
    }

    Path path(UUID id) {
        return folder(id).resolve(id + suffix);
    }

    /** The path, with its folders made durable. */
    Path place(UUID id) throws IOException {
        Path folder = folder(id);
        if (!durable.contains(folder)) {
            createFrom(root, folder);
            durable.add(folder);
        }
        return path(id);
    }

    // Every level is synced even if it exists: whoever created it may not have got that far.
    private static void createFrom(Path root, Path folder) throws IOException {
        Path next = root;
        Disk.createFolders(next);
        for (Path name : root.relativize(folder)) {
            next = next.resolve(name);
            Disk.createFolders(next);
        }
    }

    private Path folder(UUID id) {
        String digits = id.toString();
        Path folder = root;
        for (int level = 0; level < levels; level++) {
            int end = digits.length() - 2 * level;
            folder = folder.resolve(digits.substring(end - 2, end));
        }
        return folder;
    }
}
