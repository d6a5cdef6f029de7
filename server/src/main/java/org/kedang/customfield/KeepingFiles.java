package org.kedang.customfield;

import org.kedang.audit.Audit;
import org.kedang.audit.Entry;
import org.kedang.document.VirusScanner;
import org.kedang.form.FormField;
import org.kedang.form.FormField.Kind;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Problem;
import org.kedang.storage.ContentStore;
import org.kedang.storage.FileName;
import org.kedang.storage.FormFile;
import org.kedang.storage.FormFiles.Held;
import org.kedang.storage.Incoming;
import org.kedang.storage.KeyId;
import org.kedang.storage.Keys;
import org.kedang.storage.StorageProblem;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Files that fields name, each encrypted with a key of its own: uploaded while the form is typed,
 * taken by the record that names them, and removed if none does.
 */
@Service
public class KeepingFiles {
    /** How long a file waits for its record. */
    private static final Duration PATIENCE = Duration.ofDays(30);

    private static final int MOST_WAITING = 100;
    private static final int BATCH = 10;

    /** Bytes on their way out. */
    public record FileBytes(FormFile file, Resource bytes) {}

    private final DefiningFields defining;
    private final RecordFiles files;
    private final ContentStore store;
    private final Keys keys;
    private final VirusScanner scanner;
    private final TransactionTemplate transaction;
    private final Audit audit;
    private final Clock clock;

    KeepingFiles(
            DefiningFields defining,
            RecordFiles files,
            ContentStore store,
            Keys keys,
            VirusScanner scanner,
            TransactionTemplate transaction,
            Audit audit,
            Clock clock) {
        this.defining = defining;
        this.files = files;
        this.store = store;
        this.keys = keys;
        this.scanner = scanner;
        this.transaction = transaction;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Keeps a file for the record to be saved, scanned and on disk when this returns; what nobody
     * saved in {@link #PATIENCE} goes on this occasion.
     *
     * @throws Problem {@code not-found} if there is no such field, {@code
     *     too-many-waiting-custom-files}, {@code file-too-large}, {@code custom-file-infected},
     *     {@code custom-file-not-scanned} and what storing refuses; nothing is left behind
     */
    public FormFile keep(Actor by, String type, String field, FileName name, byte[] bytes) {
        removeAbandoned();
        FormField asked = field(type, field);
        if (files.countWaiting(by.id()) >= MOST_WAITING) {
            throw Problem.of(CustomFieldProblem.TOO_MANY_WAITING_CUSTOM_FILES, MOST_WAITING);
        }
        if (bytes.length > asked.mostBytes()) {
            throw Problem.of(StorageProblem.FILE_TOO_LARGE, asked.mostBytes() >> 20);
        }
        requireClean(bytes, name);
        return store(by, type, asked, name, bytes);
    }

    private FormField field(String type, String name) {
        return defining.get(type)
                .find(name)
                .filter(one -> one.kind() == Kind.FILE && !one.withdrawn())
                .map(CustomField::field)
                .orElseThrow(Problem::notFound);
    }

    private FormFile store(Actor by, String type, FormField field, FileName name, byte[] bytes) {
        KeyId key = keys.create();
        boolean kept = false;
        try (Incoming received =
                store.receive(key, new ByteArrayInputStream(bytes), name.value())) {
            FormFile file = FormFile.of(received, field.name(), name, clock.instant());
            Held held = new Held(file, type, null, by.id(), received.content().id(), key);
            transaction.executeWithoutResult(
                    status -> {
                        store.keep(received);
                        files.add(held);
                        audit.record(
                                about(by, CustomFieldAct.FILE_UPLOADED, held)
                                        .change("size", null, held.file().size())
                                        .change("sha256", null, held.file().sha256()));
                    });
            kept = true;
            return file;
        } finally {
            if (!kept) {
                keys.destroy(key);
            }
        }
    }

    private void requireClean(byte[] bytes, FileName name) {
        scanner.scan(new ByteArrayInputStream(bytes))
                .requireClean(
                        () -> Problem.of(CustomFieldProblem.CUSTOM_FILE_INFECTED, name.value()),
                        () -> Problem.of(CustomFieldProblem.CUSTOM_FILE_NOT_SCANNED));
    }

    /**
     * Removes one's own file that no record has taken.
     *
     * @throws Problem {@code not-found}
     */
    @Transactional
    public void remove(Actor by, UUID id) {
        Held held = files.lockWaiting(id, by.id()).orElseThrow(Problem::notFound);
        remove(held);
        audit.record(about(by, CustomFieldAct.FILE_REMOVED, held));
    }

    private void removeAbandoned() {
        transaction.executeWithoutResult(
                status ->
                        files.lockAbandoned(clock.instant().minus(PATIENCE), BATCH)
                                .forEach(
                                        held -> {
                                            remove(held);
                                            audit.record(
                                                    about(
                                                            Actor.SYSTEM,
                                                            CustomFieldAct.FILE_REMOVED,
                                                            held));
                                        }));
    }

    private void remove(Held held) {
        files.remove(held.file().id());
        store.remove(held.content(), held.key());
    }

    /**
     * The files of a record, those of earlier versions too.
     *
     * @throws Problem {@code not-found}
     */
    public List<FormFile> list(Actor reader, String type, UUID record) {
        defining.type(type).requireSeen(reader, record);
        return files.ofRecord(type, record).stream().map(Held::file).toList();
    }

    /**
     * A file's bytes for whom its record shows, or, before there is one, for who uploaded it; the
     * log knows before the first byte leaves.
     *
     * @param inline whether to look at rather than to take away
     * @throws Problem {@code not-found}
     */
    public FileBytes bytes(Actor by, UUID id, boolean inline) {
        Held held = files.find(id).orElseThrow(Problem::notFound);
        UUID record = held.taker();
        if (record != null) {
            defining.type(held.type()).requireSeen(by, record);
        } else if (!held.owner().equals(by.id())) {
            throw Problem.notFound();
        }
        audit.recordRead(
                about(
                        by,
                        inline ? CustomFieldAct.FILE_VIEWED : CustomFieldAct.FILE_DOWNLOADED,
                        held));
        return new FileBytes(held.file(), store.resource(held.content(), held.file().name()));
    }

    /** Removes all files of a record and what opens their copies, with the record. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void erase(String type, UUID record) {
        files.ofRecord(type, record).forEach(this::remove);
    }

    private static Entry about(Actor by, CustomFieldAct act, Held held) {
        Entry entry =
                Entry.of(by, act).subject("custom-file", held.file().id(), held.file().name());
        return Optional.ofNullable(held.taker()).map(entry::within).orElse(entry);
    }
}
