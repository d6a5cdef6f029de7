package org.kedang.audit;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.SYNC;
import static java.nio.file.StandardOpenOption.WRITE;

import org.kedang.kernel.ChinaTime;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Published checkpoints in files outside the database, one a month ({@code
 * checkpoints-2026-11.txt}): notes one after the other, each followed by an empty line. What is
 * appended is on the disk when the call returns.
 */
@Component
final class CheckpointFile {
    private static final int LONGEST_NOTE = 4096;

    private final Path folder;

    /**
     * @param temporary whether the database is thrown away at the end; then nobody will miss its
     *     checkpoints either, and the next one must not be measured by them
     */
    CheckpointFile(
            SealingSettings settings, @Value("${kedang.db-temporary:false}") boolean temporary) {
        Path home = settings.checkpoints();
        folder = temporary ? home.resolve("temporary-" + UUID.randomUUID()) : home;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path folder() {
        return folder.toAbsolutePath();
    }

    /**
     * The last note; empty if none was ever published. A note that a crash cut off does not count.
     *
     * @throws IllegalArgumentException if the end of the file is no note
     */
    Optional<SignedNote> findLast() {
        List<Path> files = files();
        return files.isEmpty() ? Optional.empty() : last(files.getLast());
    }

    /** Whether there is no file at all. */
    boolean isEmpty() {
        return files().isEmpty();
    }

    /** Bytes of a file; 0 if it is not there. */
    long length(String file) {
        try {
            return Files.size(folder.resolve(file));
        } catch (NoSuchFileException e) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of which sizes a file has notes; none if it is not there. */
    Set<Long> sizes(String name) {
        Path file = folder.resolve(name);
        if (Files.notExists(file)) {
            return Set.of();
        }
        Set<Long> sizes = new HashSet<>();
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            String before = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (before.startsWith(NoteKeys.NAME) && line.matches("\\d{1,18}")) {
                    sizes.add(Long.parseLong(line));
                }
                before = line;
            }
            return sizes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a file has the note's signatures. */
    boolean has(String name, SignedNote note) {
        Path file = folder.resolve(name);
        if (Files.notExists(file)) {
            return false;
        }
        try (Stream<String> lines = Files.lines(file)) {
            Set<String> wanted = Set.copyOf(note.signatures());
            return lines.filter(wanted::contains).distinct().count() == wanted.size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All of it, oldest first. */
    void copyTo(OutputStream out) throws IOException {
        for (Path file : files()) {
            Files.copy(file, out);
        }
    }

    /** The file of a moment. */
    static String name(Instant at) {
        return "checkpoints-" + at.atZone(ChinaTime.ZONE).toString().substring(0, 7) + ".txt";
    }

    /**
     * Appends notes to a file; they are on the disk when this returns.
     *
     * @return where each of them ends
     */
    List<Long> append(String name, List<SignedNote> notes) {
        Path file = folder.resolve(name);
        boolean isNew = Files.notExists(file);
        try {
            Files.createDirectories(folder);
            try (FileChannel channel = open(file)) {
                channel.truncate(endOfLastNote(channel));
                List<Long> ends = write(channel, notes);
                channel.force(true);
                if (isNew) {
                    sync();
                }
                return ends;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Long> write(FileChannel channel, List<SignedNote> notes)
            throws IOException {
        List<Long> ends = new ArrayList<>();
        long at = channel.size();
        for (SignedNote note : notes) {
            ByteBuffer bytes = ByteBuffer.wrap((note + "\n").getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                at += channel.write(bytes, at);
            }
            ends.add(at);
        }
        return ends;
    }

    /** Adds a public key to {@code keys.txt} beside the checkpoints, unless it is there. */
    void publishKey(String vkey) {
        Path file = folder.resolve("keys.txt");
        try {
            Files.createDirectories(folder);
            if (Files.notExists(file) || !Files.readAllLines(file).contains(vkey)) {
                Files.writeString(file, vkey + "\n", CREATE, APPEND, SYNC);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(
                file,
                Set.of(CREATE, READ, WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-r--r--")));
    }

    private void sync() throws IOException {
        try (FileChannel channel = FileChannel.open(folder, READ)) {
            channel.force(true);
        }
    }

    private List<Path> files() {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(
                            file ->
                                    file.getFileName()
                                            .toString()
                                            .matches("checkpoints-\\d{4}-\\d{2}\\.txt"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<SignedNote> last(Path file) {
        try (FileChannel channel = FileChannel.open(file, READ)) {
            long end = endOfLastNote(channel);
            if (end == 0) {
                return Optional.empty();
            }
            byte[] tail = read(channel, Math.max(0, end - LONGEST_NOTE), end);
            String text = new String(tail, StandardCharsets.UTF_8).stripTrailing();
            int signature = text.lastIndexOf("\n\n");
            int before = text.lastIndexOf("\n\n", signature - 1);
            return Optional.of(
                    SignedNote.parse(text.substring(before < 0 ? 0 : before + 2) + "\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A note ends with its signature line and an empty line; what follows was cut off. */
    private static long endOfLastNote(FileChannel channel) throws IOException {
        long size = channel.size();
        long from = Math.max(0, size - LONGEST_NOTE);
        byte[] tail = read(channel, from, size);
        for (int i = tail.length - 1; i > 0; i--) {
            if (tail[i] == '\n' && tail[i - 1] == '\n' && isSignature(tail, i - 1)) {
                return from + i + 1;
            }
        }
        return from == 0 ? 0 : size;
    }

    /** Whether the line that ends there begins with an em dash. */
    private static boolean isSignature(byte[] tail, int end) {
        int start = end;
        while (start > 0 && tail[start - 1] != '\n') {
            start--;
        }
        byte[] dash = "— ".getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < dash.length; i++) {
            if (start + i >= end || tail[start + i] != dash[i]) {
                return false;
            }
        }
        return true;
    }

    private static byte[] read(FileChannel channel, long from, long to) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) (to - from));
        while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) >= 0) {
            Thread.onSpinWait();
        }
        return bytes.array();
    }
}
