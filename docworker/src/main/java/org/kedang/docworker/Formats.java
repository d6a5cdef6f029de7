package org.kedang.docworker;

import org.apache.tika.config.TikaConfig;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MediaTypeRegistry;
import org.apache.tika.mime.MimeTypeException;
import org.jspecify.annotations.Nullable;
import org.kedang.document.DocumentFormat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;

/** Recognises formats by content; the name only chooses between formats that the content allows. */
final class Formats {

    private static final MediaType OFD = MediaType.application("ofd");
    private static final Set<MediaType> OFFICE_CONTAINERS =
            Set.of(
                    MediaType.application("x-tika-ooxml-protected"),
                    MediaType.application("x-tika-msoffice"),
                    MediaType.application("x-tika-ooxml"));
    private static final Pattern PDF_VERSION = Pattern.compile("%PDF-(\\d\\.\\d)");
    private static final Map<String, String> PDF_PUIDS =
            Map.of(
                    "1.0",
                    "fmt/14",
                    "1.1",
                    "fmt/15",
                    "1.2",
                    "fmt/16",
                    "1.3",
                    "fmt/17",
                    "1.4",
                    "fmt/18",
                    "1.5",
                    "fmt/19",
                    "1.6",
                    "fmt/20",
                    "1.7",
                    "fmt/276",
                    "2.0",
                    "fmt/1129");

    private final TikaConfig tika;
    private final MediaTypeRegistry registry;

    Formats(TikaConfig tika) {
        this.tika = tika;
        this.registry = tika.getMediaTypeRegistry();
    }

    /**
     * @param agrees whether the name's extension fits the content; true when the extension says
     *     nothing
     */
    record Recognised(DocumentFormat format, Kind kind, boolean agrees) {}

    Recognised recognise(Path path, String name) throws IOException {
        MediaType byContent = detect(path, null);
        if (byContent.equals(MediaType.OCTET_STREAM) && PlainText.isText(path)) {
            byContent = MediaType.TEXT_PLAIN;
        }
        boolean silent =
                byContent.equals(MediaType.OCTET_STREAM) || byContent.equals(MediaType.TEXT_PLAIN);
        MediaType type = silent ? textByName(byContent, name) : detect(path, name);
        if (isZip(type) && isOfd(path)) {
            type = OFD;
        }
        Kind kind = kindOf(type);
        return new Recognised(describe(type, path), kind, agrees(type, kind, name));
    }

    /** Text has no signature: among formats that are text the name decides. */
    private MediaType textByName(MediaType byContent, String name) throws IOException {
        MediaType byName = tika.getMimeRepository().detect(null, named(name));
        return byContent.equals(MediaType.TEXT_PLAIN)
                        && registry.isSpecializationOf(byName, MediaType.TEXT_PLAIN)
                ? byName
                : byContent;
    }

    private MediaType detect(Path path, @Nullable String name) throws IOException {
        Metadata metadata = new Metadata();
        if (name != null) {
            metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
        }
        try (TikaInputStream in = TikaInputStream.get(path)) {
            return tika.getDetector().detect(in, metadata);
        }
    }

    private boolean isZip(MediaType type) {
        return type.equals(MediaType.APPLICATION_ZIP)
                || registry.isSpecializationOf(type, MediaType.APPLICATION_ZIP);
    }

    private static boolean isOfd(Path path) {
        try (ZipFile zip = new ZipFile(path.toFile(), StandardCharsets.ISO_8859_1)) {
            return zip.getEntry("OFD.xml") != null;
        } catch (IOException e) {
            return false;
        }
    }

    private Kind kindOf(MediaType type) {
        String mime = type.toString();
        if (type.equals(OFD)) {
            return Kind.OFD;
        }
        Kind known = FormatTable.kind(mime);
        if (known != null) {
            return known;
        }
        if (type.getType().equals("text") || registry.isInstanceOf(type, MediaType.TEXT_PLAIN)) {
            return Kind.TEXT;
        }
        return isZip(type) ? Kind.ARCHIVE : Kind.OTHER;
    }

    private boolean agrees(MediaType type, Kind kind, String name) throws IOException {
        String extension = Names.extensionOf(name);
        if (extension.equals("ofd")) {
            return kind == Kind.OFD;
        }
        MediaType expected = FormatTable.expected(extension);
        if (expected == null) {
            expected = tika.getMimeRepository().detect(null, named(name));
        }
        Kind expectedKind = kindOf(expected);
        if (expected.equals(MediaType.OCTET_STREAM)
                || expectedKind == Kind.OTHER && kind == Kind.OTHER) {
            return true;
        }
        return fits(type, expected)
                || kind == expectedKind && (kind == Kind.TEXT || kind == Kind.MARKUP)
                || kind == Kind.PROTECTED_OFFICE && expectedKind == Kind.OFFICE;
    }

    private static Metadata named(String name) {
        Metadata metadata = new Metadata();
        metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
        return metadata;
    }

    private boolean fits(MediaType type, MediaType expected) {
        if (type.equals(expected) || registry.isSpecializationOf(type, expected)) {
            return true;
        }
        MediaType base = registry.getSupertype(type);
        boolean siblings =
                base != null
                        && OFFICE_CONTAINERS.contains(base)
                        && FormatTable.family(type.toString())
                                .equals(FormatTable.family(expected.toString()));
        boolean general =
                type.equals(MediaType.TEXT_PLAIN)
                        || type.equals(MediaType.APPLICATION_XML)
                        || OFFICE_CONTAINERS.contains(type);
        return siblings || general && registry.isSpecializationOf(expected, type);
    }

    private DocumentFormat describe(MediaType type, Path path) throws IOException {
        String mime = type.toString();
        if (mime.equals("application/pdf")) {
            return pdf(path);
        }
        DocumentFormat known = FormatTable.format(mime);
        return known != null ? known : byRegistry(mime);
    }

    private DocumentFormat byRegistry(String mime) {
        try {
            var entry = tika.getMimeRepository().forName(mime);
            String extension = entry.getExtension();
            String description = entry.getDescription();
            return new DocumentFormat(
                    mime,
                    description == null || description.isBlank() ? mime : description,
                    extension.isEmpty() ? "" : extension.substring(1),
                    null);
        } catch (MimeTypeException e) {
            return new DocumentFormat(mime, mime, "", null);
        }
    }

    private static DocumentFormat pdf(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            String head = new String(in.readNBytes(1024), StandardCharsets.ISO_8859_1);
            Matcher version = PDF_VERSION.matcher(head);
            return version.find()
                    ? new DocumentFormat(
                            "application/pdf",
                            "PDF " + version.group(1),
                            "pdf",
                            PDF_PUIDS.get(version.group(1)))
                    : new DocumentFormat("application/pdf", "PDF", "pdf", null);
        }
    }
}
