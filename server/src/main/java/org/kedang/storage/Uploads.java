package org.kedang.storage;

import org.kedang.kernel.Actor;
import org.kedang.kernel.Ids;
import org.kedang.kernel.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Uploads that survive broken connections (tus 1.0.0): bytes arrive in parts, each encrypted and on
 * disk before it is acknowledged; the last part is acknowledged when the whole file has been taken
 * by its {@link UploadTarget}.
 *
 * <p>An upload belongs to the person who began it and does not exist for others.
 */
@Component
public final class Uploads {
    private final UploadLedger ledger;
    private final ContentStore store;
    private final UploadTarget target;
    private final SweepingUploads sweeping;
    private final TransactionTemplate transaction;
    private final StorageSettings settings;
    private final Clock clock;

    Uploads(
            UploadLedger ledger,
            ContentStore store,
            UploadTarget target,
            SweepingUploads sweeping,
            TransactionTemplate transaction,
            StorageSettings settings,
            Clock clock) {
        this.ledger = ledger;
        this.store = store;
        this.target = target;
        this.sweeping = sweeping;
        this.transaction = transaction;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Begins an upload.
     *
     * @param length bytes that will come
     * @throws Problem {@code file-empty}, {@code file-too-large}, or what the target refuses
     */
    public UploadProgress begin(Actor actor, long length, Map<String, String> metadata) {
        if (length <= 0) {
            throw Problem.of(StorageProblem.FILE_EMPTY, metadata.getOrDefault("filename", ""));
        }
        refuseOver(settings.maxFile().toBytes(), length);
        KeyId key = target.admit(actor, metadata);
        Upload upload =
                new Upload(
                        Ids.next(), actor.id(), key, metadata, length, List.of(), null, expiry());
        transaction.executeWithoutResult(status -> ledger.add(upload));
        return upload.progress();
    }

    /**
     * How far an upload is.
     *
     * @throws Problem {@code not-found}
     */
    public UploadProgress get(Actor actor, UUID id) {
        return own(actor, id).progress();
    }

    /**
     * Takes the next bytes. If the sender breaks off, what arrived is kept and counts.
     *
     * @param offset where the sender believes to be
     * @param announced bytes of the body if known, otherwise -1
     * @throws Problem {@code not-found}, {@code offset-conflict}, {@code file-too-large}, or what
     *     the target refuses
     */
    public UploadProgress append(
            Actor actor, UUID id, long offset, InputStream body, long announced) {
        Upload upload = own(actor, id);
        if (upload.offset() != offset) {
            throw Problem.of(StorageProblem.OFFSET_CONFLICT);
        }
        long rest = upload.length() - offset;
        refuseOver(rest, announced);
        if (rest == 0) {
            return finish(actor, upload);
        }
        try (Incoming part = store.receivePart(upload.key(), body, rest)) {
            if (part.content().size() == upload.length()) {
                return complete(actor, upload, part);
            }
            upload = addPart(upload, offset, part);
        }
        return upload.offset() == upload.length() ? finish(actor, upload) : upload.progress();
    }

    /**
     * Gives an upload up and removes what arrived.
     *
     * @throws Problem {@code not-found}
     */
    public void terminate(Actor actor, UUID id) {
        sweeping.remove(own(actor, id));
    }

    private Upload own(Actor actor, UUID id) {
        return ledger.find(id, actor.id()).orElseThrow(Problem::notFound);
    }

    private Upload addPart(Upload seen, long offset, Incoming part) {
        if (part.content().size() == 0) {
            return seen;
        }
        part.handOver();
        try {
            return transaction.execute(
                    status -> {
                        Upload upload = lock(seen);
                        if (upload.offset() != offset) {
                            throw Problem.of(StorageProblem.OFFSET_CONFLICT);
                        }
                        ledger.addPart(upload.id(), offset, part.content(), expiry());
                        return ledger.find(upload.id()).orElseThrow(Problem::notFound);
                    });
        } catch (Problem refused) {
            part.takeBack();
            throw refused;
        }
    }

    private UploadProgress finish(Actor actor, Upload upload) {
        if (upload.answer() != null) {
            return upload.progress();
        }
        if (upload.parts().size() == 1) {
            return complete(actor, upload, store.waiting(upload.parts().getFirst()));
        }
        String name = upload.metadata().getOrDefault("filename", "");
        try (InputStream parts = new SequenceInputStream(streams(upload.parts().iterator()));
                Incoming joined = store.receive(upload.key(), parts, name)) {
            return complete(actor, upload, joined);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private UploadProgress complete(Actor actor, Upload seen, Incoming whole) {
        Upload done =
                transaction.execute(
                        status -> {
                            Upload upload = lock(seen);
                            if (upload.answer() != null) {
                                return upload;
                            }
                            if (!upload.parts().equals(seen.parts())) {
                                throw Problem.of(StorageProblem.OFFSET_CONFLICT);
                            }
                            Map<String, String> answer =
                                    target.complete(actor, upload.metadata(), whole);
                            ledger.finish(upload.id(), answer);
                            return ledger.find(upload.id()).orElseThrow(Problem::notFound);
                        });
        seen.parts().forEach(part -> store.removeIncoming(part.id()));
        return done.progress();
    }

    // One part after the other: a 4 GiB upload has hundreds, and each open one holds its buffers.
    private Enumeration<InputStream> streams(Iterator<StoredContent> parts) {
        return new Enumeration<>() {
            @Override
            public boolean hasMoreElements() {
                return parts.hasNext();
            }

            @Override
            public InputStream nextElement() {
                try {
                    return store.streamIncoming(parts.next());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
    }

    private Upload lock(Upload seen) {
        return ledger.lock(seen.id()).orElseThrow(Problem::notFound);
    }

    private void refuseOver(long limit, long announced) {
        if (announced > limit) {
            throw Problem.of(StorageProblem.FILE_TOO_LARGE, settings.maxFile().toMegabytes());
        }
    }

    private Instant expiry() {
        return clock.instant().plus(settings.uploadLifetime());
    }
}
