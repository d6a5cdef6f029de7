package org.kedang.archive;

import org.kedang.audit.Audit;
import org.kedang.audit.Entry;
import org.kedang.document.VirusScanner;
import org.kedang.document.VirusVerdict;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Ids;
import org.kedang.kernel.Problem;
import org.kedang.storage.ContentStore;
import org.kedang.storage.FileName;
import org.kedang.storage.KeyId;
import org.kedang.storage.StoredContent;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Storing files with an item. Nothing is overwritten: a file of a known name is its next version.
 */
@Service
public class StoringFiles {
    private final DigitalFiles files;
    private final ContentStore store;
    private final Access access;
    private final ExaminationQueue examinations;
    private final VirusScanner scanner;
    private final Audit audit;
    private final Clock clock;

    StoringFiles(
            DigitalFiles files,
            ContentStore store,
            Access access,
            ExaminationQueue examinations,
            VirusScanner scanner,
            Audit audit,
            Clock clock) {
        this.files = files;
        this.store = store;
        this.access = access;
        this.examinations = examinations;
        this.scanner = scanner;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The key for files of an item.
     *
     * @throws Problem {@code not-found}; {@code scanner-down} if a virus scanner is configured and
     *     does not answer
     */
    @Transactional(readOnly = true)
    public KeyId admit(Actor actor, UUID itemId) {
        return admitted(access.item(actor, itemId).dossier());
    }

    KeyId admitted(Dossier dossier) {
        if (scanner.isOn() && scanner.ping() instanceof VirusVerdict.Down) {
            throw Problem.of(ArchiveProblem.SCANNER_DOWN);
        }
        return dossier.key();
    }

    /**
     * Takes in the bytes of a file, before and outside the transaction that stores it.
     *
     * @throws Problem what {@link ContentStore#receive} refuses
     */
    public ReceivedFile receive(KeyId key, FileName name, InputStream bytes) {
        return new ReceivedFile(name, store.receive(key, bytes, name.value()));
    }

    /**
     * Stores files with an item: all of them or none.
     *
     * @return their ids, in the same order
     */
    @Transactional
    public List<UUID> store(Actor actor, UUID itemId, List<ReceivedFile> received) {
        received.forEach(file -> store.keep(file.bytes()));
        Item item = access.lockedItem(actor, itemId);
        List<UUID> ids = new ArrayList<>();
        for (ReceivedFile file : received) {
            ids.add(add(actor, item, file.name(), file.bytes().content()));
        }
        return ids;
    }

    /** Adds a file whose bytes are kept to an item that nobody else can change. */
    UUID add(Actor actor, Item item, FileName name, StoredContent content) {
        UUID id = Ids.next();
        Optional<DigitalFile> older = files.findByItemAndNameAndCurrentTrue(item, name.value());
        int version = older.map(DigitalFile::versionNumber).orElse(0) + 1;
        older.ifPresent(DigitalFile::superseded);
        files.flush();
        files.save(new DigitalFile(id, item, name, version, content, actor.id(), clock.instant()));
        examinations.add(id);
        audit.record(
                Entry.of(actor, ArchiveAct.FILE_STORED)
                        .subject("file", id, name.value())
                        .within(item.dossier().id())
                        .customer(item.dossier().customerId())
                        .change("version", null, version)
                        .change("size", null, content.size())
                        .change("sha256", null, content.sha256()));
        return id;
    }
}
