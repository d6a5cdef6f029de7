package org.kedang.index;

import jakarta.persistence.EntityManagerFactory;

import org.hibernate.search.engine.backend.metamodel.IndexDescriptor;
import org.hibernate.search.mapper.orm.Search;
import org.hibernate.search.mapper.orm.mapping.SearchMapping;
import org.hibernate.search.mapper.orm.outboxpolling.OutboxPollingExtension;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/**
 * Builds the index anew when it is asked to, and when the index is not a whole picture of the
 * database.
 */
@Service
public class IndexUpkeep {
    private static final Logger log = LoggerFactory.getLogger(IndexUpkeep.class);

    /** To be raised when the same fields shall hold other terms. */
    private static final int REVISION_OF_TERMS = 3;

    private final SearchMapping mapping;
    private final IndexFolder folder;
    private final IndexFailures failures;
    private final JdbcClient jdbc;
    private final AtomicReference<@Nullable Progress> running = new AtomicReference<>();

    IndexUpkeep(
            EntityManagerFactory factory,
            IndexFolder folder,
            IndexFailures failures,
            JdbcClient jdbc) {
        this.mapping = Search.mapping(factory);
        this.folder = folder;
        this.failures = failures;
        this.jdbc = jdbc;
    }

    @EventListener
    void rebuildIfNeeded(ApplicationReadyEvent ready) {
        boolean askedFor =
                ready.getApplicationContext()
                        .getEnvironment()
                        .getProperty("kedang.reindex", Boolean.class, false);
        if (!askedFor && !folder.isComplete(state())) {
            log.info("The search index is not complete; it is built anew in the background");
            startRebuilding();
        }
    }

    /**
     * Builds the index anew in the background; searches go on and find what is already in.
     *
     * @return false if that is under way already
     */
    public boolean startRebuilding() {
        Progress progress = new Progress();
        if (!running.compareAndSet(null, progress)) {
            return false;
        }
        Thread.ofPlatform().daemon().name("index-rebuilding").start(() -> rebuild(progress));
        return true;
    }

    /** Builds the index anew and returns when it is done. */
    void rebuildNow(Progress progress) {
        if (running.compareAndSet(null, progress)) {
            rebuild(progress);
        }
    }

    private void rebuild(Progress progress) {
        long begun = System.nanoTime();
        try {
            folder.incomplete();
            mapping.extension(OutboxPollingExtension.get()).clearAllAbortedEvents();
            mapping.scope(Object.class)
                    .massIndexer()
                    .typesToIndexInParallel(1)
                    .threadsToLoadObjects(2)
                    .batchSizeToLoadObjects(100)
                    .idFetchSize(1_000)
                    .dropAndCreateSchemaOnStart(true)
                    .monitor(progress)
                    .startAndWait();
            failures.forget();
            folder.complete(state());
            log.info(
                    "The search index is complete: {} things in {} ms",
                    progress.done(),
                    (System.nanoTime() - begun) / 1_000_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            log.error(
                    "The search index could not be built; it is tried again at the next start", e);
        } finally {
            running.set(null);
        }
    }

    /** What the files of a complete index are a picture of. */
    private String state() {
        return DatabaseMark.of(jdbc) + " " + REVISION_OF_TERMS + " " + schema();
    }

    private String schema() {
        String fields =
                mapping.allIndexedEntities().stream()
                        .map(entity -> entity.indexManager().descriptor())
                        .map(IndexUpkeep::fields)
                        .sorted()
                        .collect(Collectors.joining("\n"));
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(fields.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String fields(IndexDescriptor index) {
        return index.staticFields().stream()
                .map(
                        field ->
                                field.absolutePath()
                                        + (field.isValueField()
                                                ? " "
                                                        + field
                                                                .toValueField()
                                                                .type()
                                                                .traits()
                                                                .stream()
                                                                .sorted()
                                                                .toList()
                                                : ""))
                .sorted()
                .collect(Collectors.joining("\n", index.hibernateSearchName() + "\n", ""));
    }

    public IndexHealth health() {
        Progress progress = running.get();
        var waiting =
                jdbc.sql(
                                """
                                select count(*) filter (where status = 'PENDING') as waiting,
                                       count(*) filter (where status = 'ABORTED') as given_up,
                                       min(process_after) filter (where status = 'PENDING') as oldest
                                from (select status, process_after from hsearch_outbox_event limit 1000) counted
                                """)
                        .query(
                                (row, n) ->
                                        new Waiting(
                                                row.getLong("waiting"),
                                                row.getLong("given_up"),
                                                row.getObject("oldest", OffsetDateTime.class)))
                        .single();
        OffsetDateTime oldest = waiting.oldest();
        return new IndexHealth(
                progress != null,
                progress == null ? 0 : progress.done(),
                progress == null ? 0 : progress.expected(),
                folder.isComplete(state()),
                waiting.waiting(),
                oldest == null ? null : oldest.toInstant(),
                waiting.givenUp(),
                failures.last());
    }

    private record Waiting(long waiting, long givenUp, @Nullable OffsetDateTime oldest) {}
}
