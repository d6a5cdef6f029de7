package org.kedang.audit;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

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
 * The keys that sign checkpoints, one file each ({@code signing-0001.key}), readable by the owner
 * only and never in the database. The newest signs; older ones stay, so that what they signed can
 * be verified.
 */
@Component
final class NoteKeys {
    private static final Logger log = LoggerFactory.getLogger(NoteKeys.class);
    private static final String FILE = "signing-%04d.key";

    private final Path folder;
    private final List<NoteKey> keys;

    NoteKeys(SealingSettings settings) {
        folder = settings.keys();
        try {
            Files.createDirectories(
                    folder,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
            ensure(settings);
            keys = read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The one that signs. */
    NoteKey newest() {
        return keys.getLast();
    }

    /** Oldest first; never empty. */
    List<NoteKey> all() {
        return keys;
    }

    /** Generation of the one that signs, from 1. */
    int generation() {
        return keys.size();
    }

    private void ensure(SealingSettings settings) throws IOException {
        List<NoteKey> there = read();
        String name = there.isEmpty() ? "kedang/" + UUID.randomUUID() : there.getFirst().name();
        int made = there.size();
        boolean fits = made > 0 && there.getLast().kind() == settings.signature();
        while (!fits || made < settings.keyGeneration()) {
            made++;
            write(made, NoteKey.generate(settings.signature(), name));
            fits = true;
        }
    }

    private List<NoteKey> read() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".key"))
                    .sorted()
                    .map(NoteKeys::read)
                    .toList();
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

    /** Another node may have been faster; then its key stands. */
    private void write(int generation, NoteKey key) throws IOException {
        String text =
                "kind %s\npublic %s\nsecret %s\n"
                        .formatted(
                                key.kind(),
                                key.vkey(),
                                Base64.getEncoder().encodeToString(key.secret()));
        Path draft = folder.resolve("." + UUID.randomUUID());
        try {
            try (FileChannel channel =
                    FileChannel.open(
                            draft,
                            Set.of(CREATE_NEW, WRITE),
                            PosixFilePermissions.asFileAttribute(
                                    PosixFilePermissions.fromString("rw-------")))) {
                channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
                channel.force(true);
            }
            Files.createLink(folder.resolve(FILE.formatted(generation)), draft);
            log.info("Made signing key {} of generation {}", key.vkey(), generation);
        } catch (FileAlreadyExistsException e) {
            log.info("Generation {} of the signing key is there already", generation);
        } finally {
            Files.deleteIfExists(draft);
        }
        try (FileChannel channel = FileChannel.open(folder, READ)) {
            channel.force(true);
        }
    }
}
