package org.kedang.docworker;

import static org.kedang.document.FindingCode.ATTACHMENT_FOUND;
import static org.kedang.document.FindingCode.MACROS;

import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.tika.detect.EncodingDetector;
import org.apache.tika.exception.TikaException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.extractor.ParsingEmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Message;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.microsoft.OfficeParserConfig;
import org.apache.tika.sax.BodyContentHandler;
import org.kedang.document.Finding;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;

/** Office documents old and new, RTF, OpenDocument, mail and markup, by Apache Tika's parsers. */
final class OfficeText implements Reader {

    private final PartReader parts;
    private final AutoDetectParser parser = new AutoDetectParser();

    OfficeText(PartReader parts) {
        this.parts = parts;
    }

    @Override
    public void read(Paper paper, Report report, Budget budget)
            throws IOException, SAXException, TikaException {
        if (paper.kind() == Kind.OFFICE && hasMacros(paper.path())) {
            report.found(Finding.of(MACROS));
        }
        Metadata metadata = new Metadata();
        metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, paper.name());
        ParseContext context = new ParseContext();
        OfficeParserConfig config = new OfficeParserConfig();
        config.setUseSAXDocxExtractor(true);
        config.setUseSAXPptxExtractor(true);
        context.set(OfficeParserConfig.class, config);
        context.set(Parser.class, parser);
        context.set(EncodingDetector.class, new Charsets());
        context.set(EmbeddedDocumentExtractor.class, new Parts(paper, report, budget, context));
        Body body = new Body(paper.kind(), report, metadata);
        try (TikaInputStream in = TikaInputStream.get(paper.path())) {
            parser.parse(in, new BodyContentHandler(body), metadata, context);
        } finally {
            body.headers();
            report.title(metadata.get(TikaCoreProperties.TITLE));
            pages(metadata, report);
        }
    }

    private static void pages(Metadata metadata, Report report) {
        Integer pages = metadata.getInt(org.apache.tika.metadata.PagedText.N_PAGES);
        if (pages == null) {
            pages = metadata.getInt(org.apache.tika.metadata.Office.PAGE_COUNT);
        }
        if (pages != null && pages > 0) {
            report.pages(pages);
        }
    }

    private static boolean hasMacros(Path path) throws IOException {
        return switch (FileMagic.valueOf(path.toFile())) {
            case OOXML -> {
                try (ZipFile zip = new ZipFile(path.toFile())) {
                    yield zip.stream().anyMatch(e -> e.getName().endsWith("vbaProject.bin"));
                }
            }
            case OLE2 -> {
                try (POIFSFileSystem ole = new POIFSFileSystem(path.toFile(), true)) {
                    yield ole.getRoot().hasEntry("Macros")
                            || ole.getRoot().hasEntry("_VBA_PROJECT_CUR");
                }
            }
            default -> false;
        };
    }

    /**
     * A mail's headers are known only while its body is being read; they come before the first
     * text.
     */
    private static final class Body extends java.io.Writer {

        private final Kind kind;
        private final Report report;
        private final Metadata metadata;
        private boolean headersWritten;

        Body(Kind kind, Report report, Metadata metadata) {
            this.kind = kind;
            this.report = report;
            this.metadata = metadata;
        }

        void headers() throws IOException {
            if (kind != Kind.MAIL || headersWritten) {
                return;
            }
            headersWritten = true;
            String subject = metadata.get(TikaCoreProperties.SUBJECT);
            report.title(subject == null ? metadata.get(TikaCoreProperties.TITLE) : subject);
            header(TikaCoreProperties.SUBJECT.getName());
            header(Message.MESSAGE_FROM);
            header(Message.MESSAGE_TO);
            header(Message.MESSAGE_CC);
            header(TikaCoreProperties.CREATED.getName());
        }

        private void header(String name) throws IOException {
            String values = String.join(", ", metadata.getValues(name));
            if (!values.isBlank()) {
                report.text().line(values);
            }
        }

        @Override
        public void write(char[] buffer, int offset, int length) throws IOException {
            headers();
            report.text().write(buffer, offset, length);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    /** Attachments are listed and read; pictures and objects shown inside the page are neither. */
    private final class Parts extends ParsingEmbeddedDocumentExtractor {

        private final Paper paper;
        private final Report report;
        private final Budget budget;

        Parts(Paper paper, Report report, Budget budget, ParseContext context) {
            super(context);
            this.paper = paper;
            this.report = report;
            this.budget = budget;
        }

        @Override
        public boolean shouldParseEmbedded(Metadata metadata) {
            String type = metadata.get(TikaCoreProperties.EMBEDDED_RESOURCE_TYPE);
            return isAttachment(metadata) || paper.kind() == Kind.MAIL && !"INLINE".equals(type);
        }

        @Override
        public void parseEmbedded(
                InputStream content, ContentHandler handler, Metadata metadata, boolean html)
                throws SAXException, IOException {
            if (isBody(metadata)) {
                super.parseEmbedded(content, handler, metadata, false);
                return;
            }
            budget.takeEntry();
            Path file = budget.store(content);
            try {
                String name = nameOf(metadata);
                report.entry(name, Files.size(file));
                report.found(Finding.of(ATTACHMENT_FOUND, "name", Names.clean(name)));
                if (budget.allowsDepth(paper.depth() + 1)) {
                    try (InputStream in = Files.newInputStream(file)) {
                        parts.read(name, in, paper.depth() + 1, report, budget);
                    }
                }
            } finally {
                Files.deleteIfExists(file);
            }
        }

        /** Tika hands over a mail's own texts, too: they have no name. */
        private boolean isBody(Metadata metadata) {
            String type = metadata.get(Metadata.CONTENT_TYPE);
            return paper.kind() == Kind.MAIL
                    && !isAttachment(metadata)
                    && metadata.get(TikaCoreProperties.RESOURCE_NAME_KEY) == null
                    && type != null
                    && type.startsWith("text/");
        }

        private static boolean isAttachment(Metadata metadata) {
            return "ATTACHMENT".equals(metadata.get(TikaCoreProperties.EMBEDDED_RESOURCE_TYPE));
        }

        private String nameOf(Metadata metadata) {
            String name = metadata.get(TikaCoreProperties.RESOURCE_NAME_KEY);
            return name == null || name.isBlank() ? "attachment" : name;
        }
    }
}
