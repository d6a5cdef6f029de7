package org.kedang.export;

import org.kedang.audit.Audit;
import org.kedang.export.CustomerExport.State;
import org.kedang.export.CustomerExports.Held;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Listing;
import org.kedang.kernel.Paging;
import org.kedang.kernel.Problem;
import org.kedang.storage.ContentId;
import org.kedang.storage.ContentStore;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Service;

import java.time.Clock;
import java.util.Objects;
import java.util.UUID;

/** One's own exports, and their files as long as they are there. */
@Service
public class FetchingExports {
    /** A file on its way out. */
    public record ExportFile(String name, String sha256, Resource bytes) {}

    private final CustomerExports exports;
    private final ContentStore store;
    private final Audit audit;
    private final Clock clock;

    FetchingExports(CustomerExports exports, ContentStore store, Audit audit, Clock clock) {
        this.exports = exports;
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /** Newest first. */
    public Listing<CustomerExport> list(Actor by, Paging paging) {
        return exports.list(by.id(), paging);
    }

    /**
     * The file, for whoever asked for it; the log knows before the first byte leaves.
     *
     * @throws Problem {@code not-found}, {@code export-gone}
     */
    public ExportFile fetch(Actor by, UUID id) {
        Held held =
                exports.find(id)
                        .filter(one -> one.person().equals(by.id()))
                        .orElseThrow(Problem::notFound);
        ContentId content = held.content();
        if (held.state() == State.EXPIRED || isOver(held)) {
            throw Problem.of(CustomerExportProblem.GONE);
        }
        if (content == null) {
            throw Problem.notFound();
        }
        audit.recordRead(MakingExports.about(by, ExportAct.EXPORTED, held).reason(held.purpose()));
        exports.countFetch(id);
        return new ExportFile(
                MakingExports.name(held),
                Objects.requireNonNull(held.sha256()),
                store.resource(content, MakingExports.name(held)));
    }

    private boolean isOver(Held held) {
        return held.expiresAt() != null && !clock.instant().isBefore(held.expiresAt());
    }
}
