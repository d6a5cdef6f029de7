package org.kedang.docworker;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * PDFBox repairs damage silently except for its log; its errors there are the only sign that
 * something of a page is missing.
 */
final class Complaints implements AutoCloseable {

    private static final Logger PDFBOX = Logger.getLogger("org.apache.pdfbox");
    private static final List<String> READERS =
            List.of("org.apache.pdfbox.pdfparser", "org.apache.pdfbox.filter");
    private static final List<String> REPAIRED =
            List.of("The end of the stream doesn't point", "found wrong object number");

    private final AtomicInteger count = new AtomicInteger();
    private volatile String last = "";
    private final Handler handler =
            new Handler() {
                @Override
                public void publish(LogRecord entry) {
                    if (isLoss(entry)) {
                        last = Names.clean(String.valueOf(entry.getMessage()));
                        count.incrementAndGet();
                    }
                }

                @Override
                public void flush() {}

                @Override
                public void close() {}
            };

    private Complaints() {}

    /**
     * Parser and filters only warn of what they could not read; two of their warnings are repaired
     * without loss.
     */
    private static boolean isLoss(LogRecord entry) {
        String message = String.valueOf(entry.getMessage());
        boolean reader =
                READERS.stream().anyMatch(String.valueOf(entry.getLoggerName())::startsWith);
        return entry.getLevel().intValue() >= (reader ? Level.WARNING : Level.SEVERE).intValue()
                && REPAIRED.stream().noneMatch(message::startsWith);
    }

    static Complaints listen() {
        Complaints complaints = new Complaints();
        PDFBOX.addHandler(complaints.handler);
        return complaints;
    }

    int count() {
        return count.get();
    }

    String last() {
        return last;
    }

    @Override
    public void close() {
        PDFBOX.removeHandler(handler);
    }
}
