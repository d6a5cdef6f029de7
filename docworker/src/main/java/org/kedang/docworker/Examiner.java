package org.kedang.docworker;

import static org.kedang.document.FindingCode.ARCHIVE_LIMIT_REACHED;
import static org.kedang.document.FindingCode.DAMAGED;
import static org.kedang.document.FindingCode.EMPTY;
import static org.kedang.document.FindingCode.EXTENSION_MISMATCH;
import static org.kedang.document.FindingCode.NO_TEXT;
import static org.kedang.document.FindingCode.PROTECTED;
import static org.kedang.document.FindingCode.READABLE;
import static org.kedang.document.FindingCode.TEXT_TRUNCATED;
import static org.kedang.document.FindingCode.UNREADABLE;
import static org.kedang.document.FindingCode.UNSUPPORTED_FORMAT;

import org.apache.commons.compress.PasswordRequiredException;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.poi.openxml4j.exceptions.NotOfficeXmlFileException;
import org.apache.tika.config.TikaConfig;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.kedang.document.DocumentFormat;
import org.kedang.document.Examination;
import org.kedang.document.ExaminationRequest;
import org.kedang.document.Finding;
import org.kedang.document.Severity;
import org.xml.sax.SAXException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Examines documents one after another: recognises the format, then lets the reader of that format
 * take the text.
 */
final class Examiner {

    private final Path folder;
    private final Formats formats;
    private final Map<Kind, Reader> readers;
    private final Map<Kind, Reader> readersWithoutOcr;

    /**
     * @param folder where parts of documents may lie for a while
     */
    Examiner(Path folder) {
        TikaConfig tika = TikaConfig.getDefaultConfig();
        this.folder = folder;
        this.formats = new Formats(tika);
        this.readers = readers(Tesseract.installed());
        this.readersWithoutOcr = readers(Tesseract.off());
    }

    private Map<Kind, Reader> readers(Tesseract tesseract) {
        Reader office = new OfficeText(this::readPart);
        return Map.of(
                Kind.PDF, new PdfText(tesseract),
                Kind.OFD, new OfdText(this::readPart),
                Kind.OFFICE, office,
                Kind.MAIL, office,
                Kind.MARKUP, office,
                Kind.TEXT, new PlainText(),
                Kind.ARCHIVE, new ArchiveListing(this::readPart),
                Kind.IMAGE, new ImageText(tesseract));
    }

    Examination examine(ExaminationRequest request, Path content) throws IOException {
        Budget budget = new Budget(request.limits(), folder, request.ocr());
        TextSink text = new TextSink(budget);
        Report report = new Report(text);
        Formats.Recognised recognised = formats.recognise(content, request.name());
        DocumentFormat format = recognised.format();
        if (Files.size(content) == 0) {
            report.found(Finding.of(EMPTY));
        } else {
            if (!recognised.agrees()) {
                report.found(
                        new Finding(
                                EXTENSION_MISMATCH,
                                Map.of(
                                        "extension",
                                        Names.extensionOf(request.name()),
                                        "format",
                                        format.name())));
            }
            read(new Paper(content, request.name(), recognised.kind(), 0), report, budget, format);
            conclude(report, format, recognised.kind());
        }
        return new Examination(
                format,
                text.text(),
                text.truncated(),
                report.pages(),
                report.title(),
                report.findings(),
                report.entries());
    }

    private void readPart(String name, InputStream content, int depth, Report report, Budget budget)
            throws IOException {
        Path file = budget.store(content);
        try {
            Formats.Recognised recognised = formats.recognise(file, name);
            Paper part = new Paper(file, name, recognised.kind(), depth);
            read(part, report.ofPart(name), budget, recognised.format());
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private void read(Paper paper, Report report, Budget budget, DocumentFormat format) {
        if (paper.kind() == Kind.PROTECTED_OFFICE) {
            report.found(Finding.of(PROTECTED));
            return;
        }
        Reader reader = (budget.ocr() ? readers : readersWithoutOcr).get(paper.kind());
        if (reader == null) {
            report.found(Finding.of(UNSUPPORTED_FORMAT, "format", format.name()));
            return;
        }
        int before = report.text().length();
        try {
            reader.read(paper, report, budget);
        } catch (IOException
                | SAXException
                | TikaException
                | RuntimeException
                | StackOverflowError
                | LinkageError e) {
            explain(e, report, budget, report.text().length() > before);
        }
    }

    /**
     * Says why a reader stopped. Whatever a library throws on foreign bytes is damage of the
     * document.
     */
    private static void explain(Throwable failure, Report report, Budget budget, boolean hasText) {
        LimitReached limit = budget.reached();
        if (limit != null) {
            if (report.isOfPart()) {
                throw limit;
            }
            report.found(limit.finding());
        } else if (!report.text().truncated()) {
            report.found(classify(failure, hasText));
        }
    }

    private static Finding classify(Throwable failure, boolean hasText) {
        for (Throwable e = failure; e != null; e = e.getCause()) {
            if (e instanceof EncryptedDocumentException
                    || e instanceof org.apache.poi.EncryptedDocumentException
                    || e instanceof InvalidPasswordException
                    || e instanceof PasswordRequiredException) {
                return Finding.of(PROTECTED);
            }
            String message = String.valueOf(e.getMessage());
            if (message.contains("Zip bomb")) {
                return Finding.of(ARCHIVE_LIMIT_REACHED, "limit", "compression ratio");
            }
            if (e instanceof NotOfficeXmlFileException) {
                break;
            }
        }
        return Finding.of(hasText ? DAMAGED : UNREADABLE, "reason", reason(failure));
    }

    static String reason(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String message = root.getMessage();
        String reason = root.getClass().getSimpleName() + (message == null ? "" : ": " + message);
        return Names.clean(reason.substring(0, Math.min(200, reason.length())));
    }

    private static void conclude(Report report, DocumentFormat format, Kind kind) {
        if (report.text().truncated()) {
            report.found(
                    Finding.of(TEXT_TRUNCATED, "chars", Integer.toString(report.text().length())));
        }
        boolean unread =
                report.findings().stream()
                        .anyMatch(
                                f ->
                                        f.severity() == Severity.ERROR
                                                || f.code() == UNSUPPORTED_FORMAT
                                                || f.code() == PROTECTED
                                                        && !f.details().containsKey("part"));
        if (!unread && kind != Kind.ARCHIVE) {
            report.found(Finding.of(READABLE, "format", format.name()));
        }
        if (report.text().isBlank() && !unread && kind != Kind.ARCHIVE) {
            report.found(Finding.of(NO_TEXT));
        }
    }
}
