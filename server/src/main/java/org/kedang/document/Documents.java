package org.kedang.document;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/**
 * Examines documents in a pool of worker processes. Callers block until it is their turn and their
 * document is done; a document that hangs or kills its worker costs nobody else anything but the
 * time to start another.
 */
public final class Documents implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Documents.class);

    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private final DocumentSettings settings;
    private final WorkerCommand command;
    private final VirusScanner virusScanner;
    private final OcrEngine ocrEngine = new OcrEngine();
    private final WorkerFolders folders;
    private final List<Slot> slots = new ArrayList<>();
    private final BlockingQueue<Slot> free;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("document-time-limit").factory());
    private volatile boolean closed;

    Documents(DocumentSettings settings, VirusScanner virusScanner) {
        this.settings = settings;
        this.command = new WorkerCommand(settings);
        this.virusScanner = virusScanner;
        this.folders = WorkerFolders.prepare(settings.tempFolder());
        for (int i = 0; i < settings.workers(); i++) {
            slots.add(new Slot());
        }
        this.free = new ArrayBlockingQueue<>(slots.size(), true, slots);
        if (!command.jarFound()) {
            LOG.warn("docworker.jar is not there: documents are kept but not examined");
        }
    }

    /** A place in the pool; the worker in it comes and goes. */
    private static final class Slot {
        private volatile @Nullable WorkerProcess worker;
    }

    /**
     * Finds out what a document is and says. Waiting for a free worker does not count against the
     * time limit.
     *
     * @throws UncheckedIOException when the source cannot be read or no worker can be started
     * @throws IllegalStateException after {@link #close}
     */
    public ExaminationOutcome examine(DocumentSource source) throws InterruptedException {
        ExaminationRequest request =
                new ExaminationRequest(
                        source.name(), source.size(), settings.limits(), settings.ocr());
        Slot slot = free.take();
        try {
            return workerIn(slot).examine(request, source, settings.timeLimit(), timer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            free.add(slot);
        }
    }

    private WorkerProcess workerIn(Slot slot) throws IOException {
        if (closed) {
            throw new IllegalStateException("closed");
        }
        WorkerProcess worker = slot.worker;
        if (worker != null && worker.isAlive()) {
            if (worker.documents() < settings.documentsPerWorker()) {
                return worker;
            }
            worker.retire();
        } else if (worker != null) {
            worker.kill();
        }
        return start(slot);
    }

    private WorkerProcess start(Slot slot) throws IOException {
        Path own = folders.create();
        WorkerProcess worker = new WorkerProcess(command.start(own, folders.shared()), own);
        slot.worker = worker;
        if (closed) {
            worker.kill();
        }
        worker.awaitReady(START_LIMIT, timer);
        return worker;
    }

    /** What works on this machine, asked anew. */
    public DocumentHealth health() {
        return new DocumentHealth(
                command.jarFound(),
                (int) workers().stream().filter(WorkerProcess::isAlive).count(),
                settings.workers(),
                settings.ocr() && ocrEngine.speaksChinese(),
                ocrEngine.version(),
                virusScanner.ping());
    }

    List<WorkerProcess> workers() {
        List<WorkerProcess> workers = new ArrayList<>();
        for (Slot slot : slots) {
            WorkerProcess worker = slot.worker;
            if (worker != null) {
                workers.add(worker);
            }
        }
        return workers;
    }

    /** Kills all workers; documents at hand end as crashed and retryable. */
    @Override
    public void close() {
        closed = true;
        workers().forEach(WorkerProcess::kill);
        timer.shutdownNow();
        for (WorkerProcess worker : workers()) {
            worker.awaitEnd();
        }
        folders.remove();
    }
}
