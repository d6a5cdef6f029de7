package org.kedang.audit;

import org.jspecify.annotations.Nullable;
import org.kedang.kernel.SqlPredicate;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A provable export while it is written, in the format of {@code docs/audit-format.md}. */
final class ExportZip implements Closeable {
    private static final int BUFFER = 1 << 16;
    private static final int UNSEALED_AT_ONCE = 2000;
    private static final int STAMPS_AT_ONCE = 500;

    private final ZipOutputStream zip;
    private final OutputStream out;
    private final Predicate<LoggedEvent> shown;

    /**
     * @param shown of which events title and changes may be carried out
     */
    ExportZip(OutputStream out, Predicate<LoggedEvent> shown) {
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        this.out = new BufferedOutputStream(zip, BUFFER);
        this.shown = shown;
    }

    void begin(String file) throws IOException {
        out.flush();
        zip.putNextEntry(new ZipEntry(file));
    }

    void line(String text) throws IOException {
        text(text);
        out.write('\n');
    }

    /** A row of events; an event that is gone leaves both its lines empty. */
    void row(String index, String proof, LogPages.Leaf leaf) throws IOException {
        row(index, proof, leaf.event());
    }

    void unsealed(LogPages pages, SqlPredicate where, long tree) throws IOException {
        begin("unsealed.tsv");
        LoggedEvent last = null;
        List<LoggedEvent> some;
        do {
            some = pages.unsealed(where, tree, last, UNSEALED_AT_ONCE);
            for (LoggedEvent event : some) {
                row("", "", event);
                last = event;
            }
        } while (some.size() == UNSEALED_AT_ONCE);
    }

    private void row(String index, String proof, @Nullable LoggedEvent event) throws IOException {
        text(index + "\t" + proof + "\t");
        if (event != null) {
            out.write(EventLine.of(event));
        }
        out.write('\t');
        if (event != null && shown.test(event)) {
            text(EventLine.content(event));
        }
        out.write('\n');
    }

    private void text(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Time-stamps of the checkpoints with these sizes; no file if there is none. */
    void stamps(LogPages pages, long from, long to) throws IOException {
        List<LogPages.Stamp> some = pages.stamps(from, to, STAMPS_AT_ONCE);
        if (!some.isEmpty()) {
            begin("time-stamps.tsv");
        }
        while (!some.isEmpty()) {
            for (LogPages.Stamp stamp : some) {
                line(
                        base64(stamp.note().getBytes(StandardCharsets.UTF_8))
                                + "\t"
                                + stamp.authority()
                                + "\t"
                                + base64(stamp.token()));
            }
            some = pages.stamps(some.getLast().size() + 1, to, STAMPS_AT_ONCE);
        }
    }

    void keys(NoteKeys keys) throws IOException {
        begin("key.txt");
        for (KnownKey key : keys.known()) {
            line(key.vkey());
        }
    }

    void readMe() throws IOException {
        begin("README.txt");
        line("客档审计日志的导出，可以不信任服务器而验证。需要：Java 17、kedang-verifier.jar（客档安装目录");
        line("target/app，或从源码 verifier/ 自行构建）、您自己保存的公钥和检查点。");
        line(
                "An export of Kedang's audit log that can be verified without trusting the server."
                        + " Needed:");
        line(
                "Java 17, kedang-verifier.jar (target/app of the installation, or built from"
                        + " verifier/),");
        line("the key and the checkpoints that you kept yourself.");
        line("");
        line("  java -jar kedang-verifier.jar EXPORT.zip --checkpoints FILE --key KEY");
        line("");
        line("格式 · format: docs/audit-format.md");
    }

    static String base64(byte[] hash) {
        return Base64.getEncoder().encodeToString(hash);
    }

    static String base64(List<byte[]> hashes) {
        return hashes.stream().map(ExportZip::base64).collect(Collectors.joining(","));
    }

    @Override
    public void close() throws IOException {
        out.flush();
        zip.close();
    }
}
