package org.kedang.archive;

import org.jspecify.annotations.Nullable;
import org.kedang.document.DocumentSource;
import org.kedang.document.Documents;
import org.kedang.document.Examination;
import org.kedang.document.ExaminationOutcome.Examined;
import org.kedang.document.ExaminationOutcome.Failed;
import org.kedang.document.Finding;
import org.kedang.document.FindingCode;
import org.kedang.document.Severity;
import org.kedang.document.VirusScanner;
import org.kedang.document.VirusVerdict;
import org.kedang.storage.ContentId;
import org.kedang.storage.ContentStore;
import org.kedang.storage.Incoming;
import org.kedang.storage.KeyId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds out what a stored file is and says, and keeps that with it. */
@Component
class ExaminingFiles {
    private static final int ATTEMPTS = 2;

    private record Task(
            UUID file, String name, long size, ContentId content, KeyId key, int attempt) {}

    private final DigitalFiles files;
    private final ExaminationReports reports;
    private final ContentStore store;
    private final Documents documents;
    private final VirusScanner scanner;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ExaminingFiles(
            DigitalFiles files,
            ExaminationReports reports,
            ContentStore store,
            Documents documents,
            VirusScanner scanner,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.files = files;
        this.reports = reports;
        this.store = store;
        this.documents = documents;
        this.scanner = scanner;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Examines a file once; may be called again for a file whose examination a dying server left
     * open.
     *
     * @return whether it is over; {@code false}: try once more
     */
    boolean examine(UUID file) {
        Optional<Task> begun = begin(file);
        if (begun.isEmpty()) {
            return true;
        }
        Task task = begun.get();
        try {
            Optional<Finding> virus = scan(task);
            return switch (documents.examine(source(task))) {
                case Examined(Examination found) -> keep(task, found, virus);
                case Failed failed when failed.retryable() && task.attempt() < ATTEMPTS -> {
                    waitFor(file);
                    yield false;
                }
                case Failed failed -> giveUp(task, failed, virus);
            };
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            waitFor(file);
            throw new IllegalStateException("Interrupted while examining " + file, e);
        } catch (RuntimeException e) {
            waitFor(file);
            throw e;
        }
    }

    private Optional<Task> begin(UUID id) {
        return transaction.execute(
                status ->
                        files.findWithDossier(id)
                                .filter(file -> !file.isExaminationOver())
                                .map(
                                        file -> {
                                            file.examinationBegins();
                                            return new Task(
                                                    id,
                                                    file.name(),
                                                    file.size(),
                                                    file.content(),
                                                    file.item().dossier().key(),
                                                    file.attempts());
                                        }));
    }

    private void waitFor(UUID id) {
        transaction.executeWithoutResult(
                status -> files.findById(id).ifPresent(DigitalFile::examinationWaits));
    }

    private Optional<Finding> scan(Task task) {
        if (!scanner.isOn()) {
            return Optional.empty();
        }
        try (InputStream bytes = open(task)) {
            return switch (scanner.scan(bytes)) {
                case VirusVerdict.Infected(String name) ->
                        Optional.of(Finding.of(FindingCode.VIRUS_FOUND, "name", name));
                case VirusVerdict.Down(String reason) ->
                        Optional.of(
                                Finding.of(FindingCode.VIRUS_SCAN_UNAVAILABLE, "reason", reason));
                case VirusVerdict.TooLarge tooLarge ->
                        Optional.of(
                                Finding.of(
                                        FindingCode.VIRUS_SCAN_UNAVAILABLE,
                                        "reason",
                                        "StreamMaxLength"));
                case VirusVerdict.Clean clean -> Optional.empty();
                case VirusVerdict.Off off -> Optional.empty();
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean keep(Task task, Examination found, Optional<Finding> virus) {
        List<Finding> findings = new ArrayList<>(virus.stream().toList());
        findings.addAll(found.findings());
        try (Incoming text = textOf(task, found)) {
            transaction.executeWithoutResult(
                    status -> {
                        DigitalFile file = files.getReferenceById(task.file());
                        file.examined(found.format(), worst(findings), clock.instant());
                        reports.keep(task.file(), found.pages(), findings, found.entries());
                        keepText(task, text, found.textTruncated());
                        events.publishEvent(new FileExamined(task.file()));
                    });
        }
        return true;
    }

    private @Nullable Incoming textOf(Task task, Examination found) {
        byte[] text = found.text().strip().getBytes(StandardCharsets.UTF_8);
        return text.length == 0
                ? null
                : store.receive(task.key(), new ByteArrayInputStream(text), task.name());
    }

    private void keepText(Task task, @Nullable Incoming text, boolean truncated) {
        if (text != null) {
            store.keep(text);
            reports.findText(task.file()).ifPresent(older -> store.remove(older.content()));
            reports.keepText(task.file(), text.content().id(), truncated);
        }
    }

    private boolean giveUp(Task task, Failed failed, Optional<Finding> virus) {
        List<Finding> findings = new ArrayList<>(virus.stream().toList());
        findings.add(failed.finding());
        transaction.executeWithoutResult(
                status -> {
                    files.getReferenceById(task.file()).examinationFailed(clock.instant());
                    reports.keep(task.file(), null, findings, List.of());
                    events.publishEvent(new FileExamined(task.file()));
                });
        return true;
    }

    private static @Nullable Severity worst(List<Finding> findings) {
        return findings.stream().map(Finding::severity).max(Comparator.naturalOrder()).orElse(null);
    }

    private InputStream open(Task task) throws IOException {
        return store.stream(task.content());
    }

    private DocumentSource source(Task task) {
        return new DocumentSource() {
            @Override
            public String name() {
                return task.name();
            }

            @Override
            public long size() {
                return task.size();
            }

            @Override
            public InputStream open() throws IOException {
                return ExaminingFiles.this.open(task);
            }
        };
    }
}
