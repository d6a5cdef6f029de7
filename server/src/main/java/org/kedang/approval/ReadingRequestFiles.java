package org.kedang.approval;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.jspecify.annotations.Nullable;
import org.kedang.audit.Audit;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Problem;
import org.kedang.storage.ContentStore;
import org.kedang.storage.FormFile;
import org.kedang.storage.FormFiles.Held;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Service;

import java.time.Duration;
import java.util.UUID;

/** Giving out files of requests; the log knows before the first byte leaves. */
@Service
public class ReadingRequestFiles {
    /** A viewer fetches one document in many ranges: that is one reading. */
    private static final Duration ONE_READING = Duration.ofMinutes(10);

    private record Reading(UUID person, @Nullable String session, UUID file, ApprovalAct act) {}

    /** Bytes on their way out. */
    public record FileBytes(FormFile file, Resource bytes) {}

    private final RequestFiles files;
    private final ContentStore store;
    private final Audit audit;
    private final Cache<Reading, Boolean> recent =
            Caffeine.newBuilder().maximumSize(100_000).expireAfterWrite(ONE_READING).build();

    ReadingRequestFiles(RequestFiles files, ContentStore store, Audit audit) {
        this.files = files;
        this.store = store;
        this.audit = audit;
    }

    /**
     * A file's bytes, for whom its request concerns.
     *
     * @param inline whether to look at rather than to take away
     * @param partial whether only a part is asked for
     * @throws Problem {@code not-found}
     */
    public FileBytes bytes(Actor by, UUID id, boolean inline, boolean partial) {
        Held held = files.find(by, id).orElseThrow(Problem::notFound);
        ApprovalAct act = inline ? ApprovalAct.FILE_VIEWED : ApprovalAct.FILE_DOWNLOADED;
        Reading reading = new Reading(by.id(), by.session(), id, act);
        if (!partial || recent.getIfPresent(reading) == null) {
            audit.recordRead(AttachingFiles.about(by, act, held));
            recent.put(reading, true);
        }
        return new FileBytes(held.file(), store.resource(held.content(), held.file().name()));
    }
}
