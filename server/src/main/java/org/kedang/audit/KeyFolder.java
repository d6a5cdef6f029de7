package org.kedang.audit;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The files of the keys that sign checkpoints, one each ({@code signing-0001.key}), readable by the
 * owner only. Older ones stay, so that what they signed can be verified.
 */
final class KeyFolder {
    private static final Logger log = LoggerFactory.getLogger(KeyFolder.class);
    private static final String FILE = "signing-%04d.key";

    private final Path folder;

    KeyFolder(Path folder) {
        this.folder = folder;
    }

    Path path() {
        return folder.toAbsolutePath();
    }

    /** Oldest first; none if there is no such folder. */
    List<NoteKey> read() {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".key"))
                    .sorted()
                    .map(KeyFolder::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static NoteKey read(Path file) {
        try {
            Map<String, String> lines = new HashMap<>();
            for (String line : Files.readAllLines(file)) {
                int space = line.indexOf(' ');
                lines.put(line.substring(0, space), line.substring(space + 1));
            }
            NoteKey key = restore(lines);
            if (!key.vkey().equals(lines.get("public"))) {
                throw new IllegalStateException("Its halves do not belong together: " + file);
            }
            return key;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static NoteKey restore(Map<String, String> lines) {
        String vkey = lines.getOrDefault("public", "");
        String[] parts = vkey.split("\\+", 3);
        return NoteKey.restore(
                SignatureKind.valueOf(lines.getOrDefault("kind", "")),
                parts[0],
                Base64.getDecoder().decode(lines.getOrDefault("secret", "")),
                Base64.getDecoder().decode(parts[2]));
    }

    /**
     * Keeps a key under its number.
     *
     * @return false if there is one already, which stays; another node may have been faster
     */
    boolean add(int generation, NoteKey key) {
        try {
            Files.createDirectories(
                    folder,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
            return write(folder.resolve(FILE.formatted(generation)), key);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean write(Path file, NoteKey key) throws IOException {
        String text =
                "kind %s\npublic %s\nsecret %s\n"
                        .formatted(
                                key.kind(),
                                key.vkey(),
                                Base64.getEncoder().encodeToString(key.secret()));
        Path draft = folder.resolve("." + UUID.randomUUID());
        try {
            keep(draft, text);
            Files.createLink(file, draft);
            log.info("Made signing key {} in {}", key.vkey(), file);
        } catch (FileAlreadyExistsException e) {
            return false;
        } finally {
            Files.deleteIfExists(draft);
        }
        try (FileChannel channel = FileChannel.open(folder, READ)) {
            channel.force(true);
        }
        return true;
    }

    private static void keep(Path draft, String text) throws IOException {
        try (FileChannel channel =
                FileChannel.open(
                        draft,
                        Set.of(CREATE_NEW, WRITE),
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")))) {
            channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
            channel.force(true);
        }
    }
}
