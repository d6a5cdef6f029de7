package org.kedang.index;

import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.store.FSDirectory;
import org.kedang.kernel.Ids;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder of the index: {@code lucene} holds the files, {@code complete} says of which schema
 * and database they are a whole picture; while it is missing, the index has to be built anew.
 */
final class IndexFolder {
    private static final Logger log = LoggerFactory.getLogger(IndexFolder.class);

    private final Path folder;

    IndexFolder(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    Path files() {
        return folder.resolve("lucene");
    }

    private Path complete() {
        return folder.resolve("complete");
    }

    /**
     * Before the index is opened: what cannot be opened, or belongs to another database, is put
     * aside.
     */
    void prepare(String database) {
        try {
            Files.createDirectories(files());
            deleteAside();
            if (Files.exists(complete()) && !state().startsWith(database)) {
                log.warn("The search index belongs to another database; it is built anew");
                putAside();
            } else if (!opens()) {
                putAside();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isComplete(String state) {
        try {
            return Files.exists(complete()) && state().equals(state);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void complete(String state) {
        try {
            Path written = folder.resolve("complete.new");
            Files.writeString(written, state);
            Files.move(written, complete(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void incomplete() {
        try {
            Files.deleteIfExists(complete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String state() throws IOException {
        return Files.readString(complete());
    }

    private boolean opens() throws IOException {
        for (Path index : children(files())) {
            try (FSDirectory directory = FSDirectory.open(index);
                    DirectoryReader reader = DirectoryReader.open(directory)) {
                log.debug("{}: {} documents", index.getFileName(), reader.numDocs());
            } catch (IndexNotFoundException e) {
                log.debug("{} is empty", index, e);
            } catch (IOException | RuntimeException e) {
                log.warn(
                        "The search index {} cannot be opened; it is put aside and built anew",
                        index.getFileName(),
                        e);
                return false;
            }
        }
        return true;
    }

    private void putAside() throws IOException {
        incomplete();
        Files.move(files(), folder.resolve("aside-" + Ids.next()));
        Files.createDirectories(files());
    }

    private void deleteAside() throws IOException {
        for (Path old : children(folder)) {
            if (old.getFileName().toString().startsWith("aside-")) {
                delete(old);
            }
        }
    }

    private static void delete(Path top) throws IOException {
        List<Path> all;
        try (Stream<Path> walked = Files.walk(top)) {
            all = new ArrayList<>(walked.sorted(Comparator.reverseOrder()).toList());
        }
        for (Path path : all) {
            Files.delete(path);
        }
    }

    private static List<Path> children(Path parent) throws IOException {
        try (Stream<Path> children = Files.list(parent)) {
            return children.filter(Files::isDirectory).toList();
        }
    }
}
