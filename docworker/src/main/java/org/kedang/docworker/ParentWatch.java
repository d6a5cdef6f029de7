package org.kedang.docworker;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Ends this process when the one that started it is gone, even in the middle of a document. */
final class ParentWatch {

    private static final int GONE = 9;
    private static final long EVERY_MILLIS = 1000;

    private ParentWatch() {}

    static void start(Path folder) {
        Optional<ProcessHandle> parent = ProcessHandle.current().parent();
        if (parent.isPresent()) {
            Thread.ofPlatform()
                    .daemon()
                    .name("parent-watch")
                    .start(() -> watch(parent.get(), folder));
        }
    }

    private static void watch(ProcessHandle parent, Path folder) {
        try {
            while (parent.isAlive()
                    && ProcessHandle.current().parent().equals(Optional.of(parent))) {
                Thread.sleep(EVERY_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
        try {
            Worker.empty(folder);
        } catch (IOException e) {
            System.err.println("left behind: " + e.getMessage());
        }
        Runtime.getRuntime().halt(GONE);
    }
}
