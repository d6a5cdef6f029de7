package org.kedang.archive;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.jspecify.annotations.Nullable;
import org.kedang.archive.FileRecords.FileView;
import org.kedang.archive.FileRecords.ServedFile;
import org.kedang.audit.Audit;
import org.kedang.audit.Entry;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Problem;
import org.kedang.storage.ContentStore;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Service;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Giving out files' bytes and texts; the log knows before the first byte leaves. */
@Service
public class ReadingFiles {
    /** A viewer fetches one document in many ranges: that is one reading. */
    private static final Duration ONE_READING = Duration.ofMinutes(10);

    private record Reading(UUID person, @Nullable String session, UUID file, ArchiveAct act) {}

    /** Bytes on their way out. */
    public record FileBytes(FileView file, Resource bytes) {}

    private final FileRecords records;
    private final FileTexts texts;
    private final ContentStore store;
    private final Audit audit;
    private final Cache<Reading, Boolean> recent =
            Caffeine.newBuilder().maximumSize(100_000).expireAfterWrite(ONE_READING).build();

    ReadingFiles(FileRecords records, FileTexts texts, ContentStore store, Audit audit) {
        this.records = records;
        this.texts = texts;
        this.store = store;
        this.audit = audit;
    }

    /**
     * A file's bytes.
     *
     * @param inline whether to look at rather than to take away
     * @param partial whether only a part is asked for
     * @throws Problem {@code not-found}
     */
    public FileBytes bytes(Actor actor, UUID id, boolean inline, boolean partial) {
        ServedFile served = records.find(actor, id).orElseThrow(Problem::notFound);
        ArchiveAct act = inline ? ArchiveAct.FILE_VIEWED : ArchiveAct.FILE_DOWNLOADED;
        Reading reading = new Reading(actor.id(), actor.session(), id, act);
        if (!partial || recent.getIfPresent(reading) == null) {
            audit.recordRead(entry(actor, act, served));
            recent.put(reading, true);
        }
        return new FileBytes(served.file(), store.resource(served.content(), served.file().name()));
    }

    /**
     * A file's text; empty if it has none or is not examined yet.
     *
     * @throws Problem {@code not-found}
     */
    public Optional<FileTexts.FileText> text(Actor actor, UUID id) {
        ServedFile served = records.find(actor, id).orElseThrow(Problem::notFound);
        audit.recordRead(entry(actor, ArchiveAct.FILE_TEXT_READ, served));
        return texts.find(id);
    }

    private static Entry entry(Actor actor, ArchiveAct act, ServedFile served) {
        return Entry.of(actor, act)
                .subject("file", served.file().id(), served.file().name())
                .within(served.dossierId())
                .customer(served.customerId());
    }
}
