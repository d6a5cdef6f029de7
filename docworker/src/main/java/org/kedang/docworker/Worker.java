package org.kedang.docworker;

import org.kedang.document.Examination;
import org.kedang.document.ExaminationRequest;
import org.kedang.document.WorkerProtocol;
import org.kedang.document.WorkerReady;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.logging.LogManager;
import java.util.stream.Stream;

/**
 * Main class: examines documents from standard input one after another until it ends. Its one
 * argument is a folder of its own, which it empties first and where the content of the document at
 * hand lies meanwhile.
 */
public final class Worker {

    private static final int CHUNK = 64 << 10;

    private final Path folder;
    private final Examiner examiner;

    private Worker(Path folder) {
        this.folder = folder;
        this.examiner = new Examiner(folder);
    }

    /** Standard output carries frames only; whatever else prints goes to standard error. */
    public static void main(String[] arguments) throws IOException {
        PrintStream frames = System.out;
        System.setOut(System.err);
        LogManager.getLogManager().reset();
        System.setProperty("java.awt.headless", "true");
        Path folder = Path.of(arguments[0]);
        empty(folder);
        ParentWatch.start(folder);
        Worker worker = new Worker(folder);
        WorkerProtocol.write(frames, new WorkerReady(ProcessHandle.current().pid()));
        worker.serve(new BufferedInputStream(System.in, CHUNK), frames);
        empty(folder);
    }

    private void serve(InputStream in, OutputStream out) throws IOException {
        for (ExaminationRequest request = WorkerProtocol.read(in, ExaminationRequest.class);
                request != null;
                request = WorkerProtocol.read(in, ExaminationRequest.class)) {
            // nothing of a document is left by the time its examination is told
            WorkerProtocol.write(out, examine(request, in));
        }
    }

    private Examination examine(ExaminationRequest request, InputStream in) throws IOException {
        try {
            return examiner.examine(request, receive(in, request.size()));
        } finally {
            empty(folder);
        }
    }

    private Path receive(InputStream in, long size) throws IOException {
        Path file =
                Files.createTempFile(
                        folder,
                        "content",
                        ".bin",
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
        try (OutputStream out = Files.newOutputStream(file)) {
            byte[] chunk = new byte[CHUNK];
            for (long left = size; left > 0; ) {
                int read = in.read(chunk, 0, (int) Math.min(left, CHUNK));
                if (read < 0) {
                    throw new EOFException("content cut off, " + left + " bytes missing");
                }
                out.write(chunk, 0, read);
                left -= read;
            }
        }
        return file;
    }

    /** Deletes everything in the folder, whoever left it there. */
    static void empty(Path folder) throws IOException {
        List<Path> inside;
        try (Stream<Path> walk = Files.walk(folder)) {
            inside = walk.filter(p -> !p.equals(folder)).sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : inside) {
            Files.deleteIfExists(path);
        }
    }
}
