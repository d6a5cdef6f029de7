package org.kedang.docworker;

import org.apache.tika.mime.MediaType;
import org.jspecify.annotations.Nullable;
import org.kedang.document.DocumentFormat;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The formats that have a reader, with their names for people. */
enum FormatTable {
    OFD("application/ofd", Kind.OFD, "OFD", "ofd"),
    PDF("application/pdf", Kind.PDF, "PDF", "pdf"),
    DOCX(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Kind.OFFICE,
            "Word (docx)",
            "docx"),
    DOCM("application/vnd.ms-word.document.macroenabled.12", Kind.OFFICE, "Word (docm)", "docm"),
    DOTX(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.template",
            Kind.OFFICE,
            "Word (dotx)",
            "dotx"),
    DOC("application/msword", Kind.OFFICE, "Word 97-2003 (doc)", "doc"),
    XLSX(
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Kind.OFFICE,
            "Excel (xlsx)",
            "xlsx"),
    XLSM("application/vnd.ms-excel.sheet.macroenabled.12", Kind.OFFICE, "Excel (xlsm)", "xlsm"),
    XLSB(
            "application/vnd.ms-excel.sheet.binary.macroenabled.12",
            Kind.OFFICE,
            "Excel (xlsb)",
            "xlsb"),
    XLS("application/vnd.ms-excel", Kind.OFFICE, "Excel 97-2003 (xls)", "xls"),
    PPTX(
            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            Kind.OFFICE,
            "PowerPoint (pptx)",
            "pptx"),
    PPTM(
            "application/vnd.ms-powerpoint.presentation.macroenabled.12",
            Kind.OFFICE,
            "PowerPoint (pptm)",
            "pptm"),
    PPSX(
            "application/vnd.openxmlformats-officedocument.presentationml.slideshow",
            Kind.OFFICE,
            "PowerPoint (ppsx)",
            "ppsx"),
    PPT("application/vnd.ms-powerpoint", Kind.OFFICE, "PowerPoint 97-2003 (ppt)", "ppt"),
    VISIO("application/vnd.visio", Kind.OFFICE, "Visio (vsd)", "vsd"),
    OOXML("application/x-tika-ooxml", Kind.OFFICE, "Office Open XML", ""),
    PROTECTED(
            "application/x-tika-ooxml-protected",
            Kind.PROTECTED_OFFICE,
            "Office (password protected)",
            ""),
    RTF("application/rtf", Kind.OFFICE, "RTF", "rtf"),
    ODT("application/vnd.oasis.opendocument.text", Kind.OFFICE, "OpenDocument Text", "odt"),
    ODS(
            "application/vnd.oasis.opendocument.spreadsheet",
            Kind.OFFICE,
            "OpenDocument Spreadsheet",
            "ods"),
    ODP(
            "application/vnd.oasis.opendocument.presentation",
            Kind.OFFICE,
            "OpenDocument Presentation",
            "odp"),
    EML("message/rfc822", Kind.MAIL, "Mail (eml)", "eml"),
    MSG("application/vnd.ms-outlook", Kind.MAIL, "Outlook mail (msg)", "msg"),
    HTML("text/html", Kind.MARKUP, "HTML", "html"),
    XHTML("application/xhtml+xml", Kind.MARKUP, "XHTML", "xhtml"),
    XML("application/xml", Kind.MARKUP, "XML", "xml"),
    TXT("text/plain", Kind.TEXT, "Text", "txt"),
    CSV("text/csv", Kind.TEXT, "CSV", "csv"),
    ZIP("application/zip", Kind.ARCHIVE, "ZIP", "zip"),
    SEVEN_ZIP("application/x-7z-compressed", Kind.ARCHIVE, "7-Zip", "7z"),
    TAR("application/x-tar", Kind.ARCHIVE, "TAR", "tar"),
    GTAR("application/x-gtar", Kind.ARCHIVE, "TAR", "tar"),
    GZIP("application/gzip", Kind.ARCHIVE, "GZIP", "gz"),
    BZIP2("application/x-bzip2", Kind.ARCHIVE, "BZIP2", "bz2"),
    XZ("application/x-xz", Kind.ARCHIVE, "XZ", "xz"),
    PNG("image/png", Kind.IMAGE, "PNG", "png"),
    JPEG("image/jpeg", Kind.IMAGE, "JPEG", "jpg"),
    TIFF("image/tiff", Kind.IMAGE, "TIFF", "tif"),
    BMP("image/bmp", Kind.IMAGE, "BMP", "bmp"),
    GIF("image/gif", Kind.IMAGE, "GIF", "gif");

    private static final Map<String, FormatTable> BY_MIME =
            Arrays.stream(values()).collect(Collectors.toMap(row -> row.mime, row -> row));

    /** WPS writes the old Office formats under its own extensions. */
    private static final Map<String, FormatTable> OTHER_EXTENSIONS =
            Map.of("wps", DOC, "et", XLS, "dps", PPT);

    private final String mime;
    private final Kind kind;
    private final String label;
    private final String extension;

    FormatTable(String mime, Kind kind, String label, String extension) {
        this.mime = mime;
        this.kind = kind;
        this.label = label;
        this.extension = extension;
    }

    static @Nullable Kind kind(String mime) {
        FormatTable row = BY_MIME.get(mime);
        return row == null ? null : row.kind;
    }

    static @Nullable DocumentFormat format(String mime) {
        FormatTable row = BY_MIME.get(mime);
        return row == null ? null : new DocumentFormat(row.mime, row.label, row.extension, null);
    }

    /** Word, Excel, PowerPoint …: what macro-enabled and plain variants have in common. */
    static String family(String mime) {
        FormatTable row = BY_MIME.get(mime);
        return row == null ? mime : row.label.split(" ", 2)[0].toLowerCase(Locale.ROOT);
    }

    static @Nullable MediaType expected(String extension) {
        FormatTable row = OTHER_EXTENSIONS.get(extension);
        return row == null ? null : MediaType.parse(row.mime);
    }
}
