package org.kedang.storage;

import org.kedang.kernel.AfterCommit;
import org.kedang.kernel.FullDisk;
import org.kedang.kernel.Ids;
import org.kedang.kernel.KernelProblem;
import org.kedang.kernel.Problem;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;

/**
 * Encrypted files that never change, each known by a row in the database.
 *
 * <p>Bytes are received first (encrypted, digested and on disk, outside any transaction) and kept
 * afterwards, inside the transaction that says what they are. A commit keeps both, a rollback or a
 * crash at any point neither: what was in flight lies in {@code incoming/} until it is settled, and
 * {@link IncomingRecovery} settles the rest at the next start.
 */
@Component
public final class ContentStore {
    private final Keys keys;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Path incoming;
    private final ShardedFolder shelves;
    private final long largest;

    ContentStore(StorageSettings settings, Keys keys, JdbcClient jdbc, Clock clock)
            throws IOException {
        this.keys = keys;
        this.jdbc = jdbc;
        this.clock = clock;
        incoming = settings.folder().resolve("incoming");
        largest = settings.maxFile().toBytes();
        shelves = new ShardedFolder(settings.folder(), 2, "");
        Disk.createFolders(incoming);
    }

    /**
     * Takes in a stream to its end; on return the bytes are on disk.
     *
     * @param name what to call the bytes in a refusal
     * @throws Problem {@code file-empty}, {@code file-too-large}, {@code upload-incomplete} if the
     *     source breaks off, {@code storage-full}; nothing is left behind
     */
    public Incoming receive(KeyId key, InputStream source, String name) {
        return receive(key, source, name, largest);
    }

    /** The same for at most so many bytes. */
    public Incoming receive(KeyId key, InputStream source, String name, long most) {
        Incoming received = receivePart(key, source, most, most);
        if (received.isWhole() && received.content().size() > 0) {
            return received;
        }
        received.close();
        throw received.isWhole()
                ? Problem.of(StorageProblem.FILE_EMPTY, name)
                : Problem.of(StorageProblem.UPLOAD_INCOMPLETE);
    }

    /**
     * Like {@link #receive}, but keeps what arrived before the source broke off, even if that is
     * nothing.
     */
    Incoming receivePart(KeyId key, InputStream source, long limit) {
        return receivePart(key, source, limit, largest);
    }

    private Incoming receivePart(KeyId key, InputStream source, long limit, long named) {
        ContentId id = new ContentId(Ids.next());
        Path file = incoming.resolve(id.toString());
        boolean done = false;
        try (FileChannel disk = Disk.createPrivate(file)) {
            Sealing sealing = new Sealing(limit, named);
            sealing.run(source, disk, keys.cipher(key), id);
            disk.force(true);
            Disk.sync(incoming);
            StoredContent content = new StoredContent(id, key, sealing.size(), sealing.sha256());
            done = true;
            return new Incoming(this, content, sealing.reachedEnd(), true);
        } catch (IOException e) {
            throw failure(e);
        } finally {
            if (!done) {
                remove(file);
            }
        }
    }

    /**
     * Keeps received bytes for good if the current transaction commits. The caller still closes the
     * {@link Incoming} after the transaction.
     *
     * @throws IllegalStateException outside a transaction
     */
    public void keep(Incoming received) {
        StoredContent content = received.content();
        TransactionSynchronizationManager.registerSynchronization(new Settlement(received));
        received.handOver();
        jdbc.sql("insert into content (id, key_id, size, sha256, stored_at) values (?, ?, ?, ?, ?)")
                .params(
                        content.id().value(),
                        content.key().value(),
                        content.size(),
                        content.sha256(),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        shelve(content.id());
    }

    /** Removes content if the current transaction commits. */
    public void remove(ContentId id) {
        AfterCommit.run(() -> unshelve(id));
        jdbc.sql("delete from content where id = ?").param(id.value()).update();
    }

    /**
     * Removes content if the current transaction commits, and then the key that opens its copies:
     * it must open nothing else.
     */
    public void remove(ContentId id, KeyId key) {
        remove(id);
        AfterCommit.run(() -> keys.destroy(key));
    }

    /**
     * What is known of stored content.
     *
     * @throws IllegalStateException if there is none of this id
     */
    public StoredContent get(ContentId id) {
        return jdbc.sql("select key_id, size, sha256 from content where id = ?")
                .param(id.value())
                .query(
                        (row, number) ->
                                new StoredContent(
                                        id,
                                        new KeyId(row.getObject("key_id", UUID.class)),
                                        row.getLong("size"),
                                        row.getString("sha256")))
                .optional()
                .orElseThrow(() -> new IllegalStateException("No content " + id));
    }

    /** The decrypted bytes, from any position; what was tampered with on disk fails to read. */
    public SeekableByteChannel open(ContentId id) throws IOException {
        return open(get(id));
    }

    /** The decrypted bytes from the beginning; skipping costs nothing. */
    public InputStream stream(ContentId id) throws IOException {
        return stream(get(id));
    }

    InputStream stream(StoredContent content) throws IOException {
        return new ContentStream(open(content), content.size());
    }

    SeekableByteChannel open(StoredContent content) throws IOException {
        return decrypt(content, shelves.path(content.id().value()));
    }

    InputStream streamIncoming(StoredContent content) throws IOException {
        Path file = incoming.resolve(content.id().toString());
        return new ContentStream(decrypt(content, file), content.size());
    }

    /** The decrypted bytes for an HTTP answer; ranges are decrypted from where they start. */
    public Resource resource(ContentId id, String name) {
        return new ContentResource(this, get(id), name);
    }

    /**
     * Reads all bytes again and tells whether they still have their digest; unreadable is {@code
     * false}.
     */
    public boolean verify(ContentId id) {
        StoredContent content = get(id);
        try (SeekableByteChannel channel = open(content)) {
            return Digest.of(channel).equals(content.sha256());
        } catch (IOException e) {
            return false;
        }
    }

    /** Bytes that wait in {@code incoming/} as part of an upload. */
    Incoming waiting(StoredContent content) {
        return new Incoming(this, content, true, false);
    }

    void removeIncoming(ContentId id) {
        remove(incoming.resolve(id.toString()));
    }

    Path incomingFolder() {
        return incoming;
    }

    /** Gives the bytes of a kept row their lasting name, if they do not have it yet. */
    void shelve(ContentId id) {
        try {
            Path shelf = shelves.place(id.value());
            try {
                Files.createLink(shelf, incoming.resolve(id.toString()));
            } catch (FileAlreadyExistsException e) {
                // linked before a crash; the sync below may be what is missing
            }
            Disk.syncFolderOf(shelf);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    void unshelve(ContentId id) {
        remove(shelves.path(id.value()));
    }

    private SeekableByteChannel decrypt(StoredContent content, Path file) throws IOException {
        FileChannel disk = FileChannel.open(file, StandardOpenOption.READ);
        try {
            return keys.cipher(content.key())
                    .newSeekableDecryptingChannel(disk, content.id().bytes());
        } catch (GeneralSecurityException | RuntimeException e) {
            disk.close();
            throw new IOException("Cannot decrypt content " + content.id(), e);
        }
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RuntimeException failure(IOException e) {
        return FullDisk.isBehind(e)
                ? Problem.of(KernelProblem.STORAGE_FULL)
                : new UncheckedIOException(e);
    }

    /**
     * Settles received bytes with the outcome of the transaction. A failure after the commit was
     * asked for may hide a commit (the connection broke before the answer came): then nothing is
     * touched, and {@link IncomingRecovery} asks the database later.
     */
    private final class Settlement implements TransactionSynchronization {
        private final Incoming received;
        private boolean commitAsked;

        Settlement(Incoming received) {
            this.received = received;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            commitAsked = true;
        }

        @Override
        public void afterCompletion(int status) {
            if (status == STATUS_COMMITTED) {
                removeIncoming(received.content().id());
            } else if (!commitAsked) {
                unshelve(received.content().id());
                received.takeBack();
            }
        }
    }
}
