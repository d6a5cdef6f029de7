package org.kedang.approval;

import org.kedang.audit.Audit;
import org.kedang.audit.Entry;
import org.kedang.document.VirusScanner;
import org.kedang.form.Form;
import org.kedang.form.FormField;
import org.kedang.kernel.Actor;
import org.kedang.kernel.KernelProblem;
import org.kedang.kernel.Problem;
import org.kedang.storage.ContentStore;
import org.kedang.storage.FileName;
import org.kedang.storage.FormFile;
import org.kedang.storage.FormFiles.Held;
import org.kedang.storage.Incoming;
import org.kedang.storage.KeyId;
import org.kedang.storage.Keys;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * Files of requests: uploaded while the form is typed, taken by the request that names them, and
 * removed if none does.
 */
@Service
public class AttachingFiles {
    /** How long a file waits for the request that names it. */
    static final Duration PATIENCE = Duration.ofDays(30);

    private static final int MOST_WAITING = 100;
    private static final int BATCH = 100;

    private final RequestTypes types;
    private final RequestFiles files;
    private final ContentStore store;
    private final Keys keys;
    private final VirusScanner scanner;
    private final TransactionTemplate transaction;
    private final Audit audit;
    private final Clock clock;

    AttachingFiles(
            RequestTypes types,
            RequestFiles files,
            ContentStore store,
            Keys keys,
            VirusScanner scanner,
            TransactionTemplate transaction,
            Audit audit,
            Clock clock) {
        this.types = types;
        this.files = files;
        this.store = store;
        this.keys = keys;
        this.scanner = scanner;
        this.transaction = transaction;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The field that a file is for.
     *
     * @throws Problem {@code not-permitted}, {@code not-found} if there is no such type or field,
     *     {@code too-many-waiting-files}
     */
    public FormField admit(Actor by, String type, String field) {
        RequestType asked = types.get(type);
        if (!types.maySubmit(by, asked)) {
            throw Problem.of(KernelProblem.NOT_PERMITTED);
        }
        if (files.countWaiting(by.id()) >= MOST_WAITING) {
            throw Problem.of(ApprovalProblem.TOO_MANY_WAITING_FILES, MOST_WAITING);
        }
        return asked.form()
                .find(field)
                .filter(one -> one.kind() == FormField.Kind.FILE)
                .orElseThrow(Problem::notFound);
    }

    /**
     * Keeps a file for the request to come; encrypted with a key of its own, scanned, and on disk
     * when this returns.
     *
     * @throws Problem {@code file-infected}, {@code file-not-scanned}, and what {@link
     *     ContentStore#receive} refuses; nothing is left behind
     */
    public FormFile keep(Actor by, String type, FormField field, FileName name, InputStream bytes) {
        KeyId key = keys.create();
        try (Incoming received = store.receive(key, bytes, name.value(), field.mostBytes())) {
            requireClean(received, name);
            FormFile file = FormFile.of(received, field.name(), name, clock.instant());
            Held held = new Held(file, type, null, by.id(), received.content().id(), key);
            transaction.executeWithoutResult(status -> keep(by, held, received));
            return file;
        } catch (Problem refused) {
            keys.destroy(key);
            throw refused;
        }
    }

    private void keep(Actor by, Held held, Incoming received) {
        store.keep(received);
        files.add(held);
        audit.record(
                about(by, ApprovalAct.FILE_UPLOADED, held)
                        .change("size", null, held.file().size())
                        .change("sha256", null, held.file().sha256()));
    }

    private void requireClean(Incoming received, FileName name) {
        if (!scanner.isOn()) {
            return;
        }
        try (InputStream bytes = received.stream()) {
            scanner.scan(bytes)
                    .requireClean(
                            () -> Problem.of(ApprovalProblem.FILE_INFECTED, name.value()),
                            () -> Problem.of(ApprovalProblem.FILE_NOT_SCANNED));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Gives the request the files that its fields name, in the transaction that submits it.
     *
     * @throws Problem {@code invalid-input} if one of them is not there, was uploaded by somebody
     *     else or for another field, or belongs to another request
     */
    void attach(Form form, Request request) {
        for (FormField field : form.fields()) {
            List<UUID> named =
                    field.kind() == FormField.Kind.FILE
                            ? request.fields().ids(field.name())
                            : List.of();
            if (!named.isEmpty() && files.attach(request, field.name(), named) < named.size()) {
                throw Problem.invalid(
                        "fields." + field.name(),
                        "unknown-file",
                        "附件已不在或不属于此项，请移除后重新上传。",
                        "A file is gone or does not belong here; remove it and upload it again.");
            }
        }
    }

    /**
     * Removes one's own file that no request has taken.
     *
     * @throws Problem {@code not-found}
     */
    @Transactional
    public void remove(Actor by, UUID id) {
        Held held = files.lockWaiting(id, by.id()).orElseThrow(Problem::notFound);
        remove(held);
        audit.record(about(by, ApprovalAct.FILE_REMOVED, held));
    }

    /** Removes files of forms that were never submitted. */
    void removeAbandoned() {
        int removed = BATCH;
        while (removed == BATCH) {
            removed = transaction.execute(status -> removeSome());
        }
    }

    private int removeSome() {
        List<Held> abandoned = files.lockAbandoned(clock.instant().minus(PATIENCE), BATCH);
        abandoned.forEach(
                held -> {
                    remove(held);
                    audit.record(about(Actor.SYSTEM, ApprovalAct.FILE_REMOVED, held));
                });
        return abandoned.size();
    }

    private void remove(Held held) {
        files.remove(held.file().id());
        store.remove(held.content(), held.key());
    }

    static Entry about(Actor by, ApprovalAct act, Held held) {
        Entry entry =
                Entry.of(by, act).subject("approval-file", held.file().id(), held.file().name());
        UUID request = held.taker();
        return request == null ? entry : entry.within(request).request(request);
    }
}
