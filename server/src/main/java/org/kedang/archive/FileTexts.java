package org.kedang.archive;

import org.kedang.storage.ContentStore;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/**
 * The texts of files, decrypted. Whoever asks must have made sure that the reader may see the file.
 */
@Component
public class FileTexts {
    /**
     * A file's text.
     *
     * @param truncated whether the file says more
     */
    public record FileText(String text, boolean truncated) {}

    private final ExaminationReports reports;
    private final ContentStore store;

    FileTexts(ExaminationReports reports, ContentStore store) {
        this.reports = reports;
        this.store = store;
    }

    /** The text, if the file has been examined and has any. */
    public Optional<FileText> find(UUID file) {
        return reports.findText(file).map(this::read);
    }

    private FileText read(ExaminationReports.KeptText kept) {
        try (InputStream bytes = store.stream(kept.content())) {
            String text = new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
            return new FileText(text, kept.truncated());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
