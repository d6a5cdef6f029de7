package org.kedang.document;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import org.kedang.document.ExaminationOutcome.Examined;
import org.kedang.document.ExaminationOutcome.Failed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/** One running worker. Used by one thread at a time; {@link #kill} may come from any. */
final class WorkerProcess {

    private static final Logger LOG = LoggerFactory.getLogger(WorkerProcess.class);
    private static final int CHUNK = 64 << 10;
    private static final int EXIT_OUT_OF_MEMORY = 3;
    private static final int LAST_WORDS = 300;

    private final Process process;
    private final Path folder;
    private final OutputStream to;
    private final InputStream from;
    private int documents;
    private volatile String lastWords = "";
    private volatile boolean killed;

    WorkerProcess(Process process, Path folder) {
        this.process = process;
        this.folder = folder;
        this.to = process.getOutputStream();
        this.from = new BufferedInputStream(process.getInputStream(), CHUNK);
        // Reading a pipe holds a virtual thread's carrier: as many workers as cores would stop the
        // server.
        Thread.ofPlatform().daemon().name("docworker-" + process.pid()).start(this::listen);
    }

    /**
     * What a worker prints may quote a document: only its last line is kept, and not written to the
     * log.
     */
    private void listen() {
        try (BufferedReader lines = process.errorReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                lastWords = line.substring(0, Math.min(LAST_WORDS, line.length()));
            }
        } catch (IOException e) {
            LOG.debug("Worker {} stopped talking", process.pid());
        }
    }

    /**
     * Waits until the worker takes documents; how long that takes is no document's fault.
     *
     * @throws IOException when it does not start
     */
    void awaitReady(Duration limit, ScheduledExecutorService timer) throws IOException {
        ScheduledFuture<?> alarm = timer.schedule(this::kill, limit.toMillis(), MILLISECONDS);
        try {
            if (WorkerProtocol.read(from, WorkerReady.class) == null) {
                throw new IOException("Document worker does not start: " + lastWords);
            }
        } catch (IOException e) {
            kill();
            throw e;
        } finally {
            alarm.cancel(false);
        }
    }

    long pid() {
        return process.pid();
    }

    /** Whether it can take another document. */
    boolean isAlive() {
        return !killed && process.isAlive();
    }

    int documents() {
        return documents;
    }

    /**
     * @throws UncheckedIOException when the source cannot be read; the worker is of no more use
     *     then
     */
    ExaminationOutcome examine(
            ExaminationRequest request,
            DocumentSource source,
            Duration limit,
            ScheduledExecutorService timer) {
        AtomicBoolean late = new AtomicBoolean();
        ScheduledFuture<?> alarm =
                timer.schedule(
                        () -> {
                            late.set(true);
                            kill();
                        },
                        limit.toMillis(),
                        MILLISECONDS);
        try {
            documents++;
            WorkerProtocol.write(to, request);
            send(source);
            Examination examination = WorkerProtocol.read(from, Examination.class);
            return examination == null ? failure(late.get(), limit) : new Examined(examination);
        } catch (IOException e) {
            LOG.debug("Worker {} broke off", process.pid(), e);
            return failure(late.get(), limit);
        } finally {
            alarm.cancel(false);
        }
    }

    private void send(DocumentSource source) throws IOException {
        byte[] chunk = new byte[CHUNK];
        long left = source.size();
        try (InputStream content = open(source)) {
            while (left > 0) {
                int read = read(content, chunk, left);
                to.write(chunk, 0, read);
                left -= read;
            }
        }
        to.flush();
    }

    private InputStream open(DocumentSource source) {
        try {
            return source.open();
        } catch (IOException e) {
            kill();
            throw new UncheckedIOException(e);
        }
    }

    private int read(InputStream content, byte[] chunk, long left) {
        try {
            int read = content.read(chunk, 0, (int) Math.min(left, chunk.length));
            if (read < 0) {
                throw new IOException("content is shorter than it should be, by " + left);
            }
            return read;
        } catch (IOException e) {
            kill();
            throw new UncheckedIOException(e);
        }
    }

    private Failed failure(boolean late, Duration limit) {
        int exit = exitValue();
        if (late) {
            return new Failed(
                    FindingCode.TIMED_OUT, Long.toString(Math.max(1, limit.toSeconds())), true);
        }
        if (exit == EXIT_OUT_OF_MEMORY) {
            return new Failed(FindingCode.OUT_OF_MEMORY, "exit " + exit, false);
        }
        LOG.warn("Document worker {} ended with {}", process.pid(), exit);
        LOG.debug("Last words of document worker {}: {}", process.pid(), lastWords);
        return new Failed(FindingCode.WORKER_CRASHED, "exit " + exit, true);
    }

    private int exitValue() {
        try {
            if (!process.waitFor(2, SECONDS)) {
                kill();
            }
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            kill();
            return -1;
        }
    }

    /** Ends the process and whatever it started at once, and removes its folder. */
    void kill() {
        killed = true;
        List<ProcessHandle> family = process.descendants().toList();
        process.destroyForcibly();
        family.forEach(ProcessHandle::destroyForcibly);
        process.onExit().thenRun(this::removeFolder);
    }

    /** Lets the process end by itself; kills it when it does not. */
    void retire() {
        try {
            to.close();
            if (!process.waitFor(2, SECONDS)) {
                kill();
            }
        } catch (IOException e) {
            kill();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            kill();
        }
        removeFolder();
    }

    /** Waits for a killed process, so that nothing of it is left when this returns. */
    void awaitEnd() {
        exitValue();
        removeFolder();
    }

    private synchronized void removeFolder() {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            LOG.warn("Folder of document worker {} stays behind: {}", process.pid(), folder);
        }
    }
}
