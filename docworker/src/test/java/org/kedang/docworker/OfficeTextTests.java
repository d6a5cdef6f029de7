package org.kedang.docworker;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.poi.hslf.usermodel.HSLFSlideShow;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kedang.document.ContainedEntry;
import org.kedang.document.Examination;
import org.kedang.document.Finding;
import org.kedang.document.FindingCode;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;

/** Office documents, mail and markup, made by POI or by hand. */
class OfficeTextTests {

    private static final Charset GBK = Charset.forName("GBK");
    private static final String SENTENCE = "绍兴鉴湖酿酒有限公司采购合同";

    @TempDir Path folder;
    private Examining examining;

    @BeforeEach
    void start() {
        examining = new Examining(folder);
    }

    private static void assertReadable(Examination examination, String format, String extension) {
        assertThat(examination.format().name()).isEqualTo(format);
        assertThat(examination.format().extension()).isEqualTo(extension);
        assertThat(examination.text()).contains(SENTENCE);
        assertThat(examination.findings())
                .contains(Finding.of(FindingCode.READABLE, "format", format))
                .noneMatch(finding -> finding.code() == FindingCode.EXTENSION_MISMATCH);
    }

    private static byte[] docx() throws IOException {
        try (XWPFDocument word = new XWPFDocument()) {
            word.createParagraph().createRun().setText(SENTENCE);
            word.getProperties().getCoreProperties().setTitle("合同标题");
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            word.write(bytes);
            return bytes.toByteArray();
        }
    }

    private static byte[] saved(Workbook workbook) throws IOException {
        try (workbook) {
            workbook.createSheet("台账").createRow(0).createCell(0).setCellValue(SENTENCE);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            workbook.write(bytes);
            return bytes.toByteArray();
        }
    }

    @Test
    void readsWord() throws IOException {
        Examination examination = examining.of("合同.docx", docx());

        assertReadable(examination, "Word (docx)", "docx");
        assertThat(examination.title()).isEqualTo("合同标题");
    }

    @Test
    void readsExcelOldAndNew() throws IOException {
        Examination modern = examining.of("台账.xlsx", saved(new XSSFWorkbook()));
        Examination old = examining.of("台账.xls", saved(new HSSFWorkbook()));

        assertReadable(modern, "Excel (xlsx)", "xlsx");
        assertReadable(old, "Excel 97-2003 (xls)", "xls");
        assertThat(modern.text()).contains("台账");
    }

    @Test
    void readsPowerPointOldAndNew() throws IOException {
        ByteArrayOutputStream modern = new ByteArrayOutputStream();
        try (XMLSlideShow show = new XMLSlideShow()) {
            show.createSlide().createTextBox().setText(SENTENCE);
            show.write(modern);
        }
        ByteArrayOutputStream old = new ByteArrayOutputStream();
        try (HSLFSlideShow show = new HSLFSlideShow()) {
            show.createSlide().addTitle().setText(SENTENCE);
            show.write(old);
        }

        assertReadable(examining.of("a.pptx", modern.toByteArray()), "PowerPoint (pptx)", "pptx");
        assertReadable(examining.of("a.ppt", old.toByteArray()), "PowerPoint 97-2003 (ppt)", "ppt");
    }

    @Test
    void readsRichTextInGbk() throws IOException {
        StringBuilder escaped = new StringBuilder();
        for (byte b : SENTENCE.getBytes(GBK)) {
            escaped.append("\\'%02x".formatted(b & 0xFF));
        }
        String rtf =
                "{\\rtf1\\ansi\\ansicpg936{\\fonttbl{\\f0\\fcharset134 SimSun;}}\\f0 "
                        + escaped
                        + "}";

        assertReadable(
                examining.of("a.rtf", rtf.getBytes(StandardCharsets.US_ASCII)), "RTF", "rtf");
    }

    @Test
    void reportsRichTextNamedAsWord() throws IOException {
        Examination examination =
                examining.of(
                        "a.doc",
                        "{\\rtf1\\ansi\\deff0{\\fonttbl{\\f0 Arial;}}\\f0 hello\\par}"
                                .getBytes(StandardCharsets.US_ASCII));

        assertThat(Examining.finding(examination, FindingCode.EXTENSION_MISMATCH).zh())
                .isEqualTo("扩展名 .doc 与内容（RTF）不一致");
        assertThat(examination.text()).isEqualTo("hello");
    }

    @Test
    void readsOpenDocument() throws IOException {
        byte[] odt =
                new Zips()
                        .with("mimetype", "application/vnd.oasis.opendocument.text")
                        .with(
                                "content.xml",
                                """
                                <?xml version="1.0" encoding="UTF-8"?>
                                <office:document-content
                                  xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
                                  xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">
                                <office:body><office:text><text:p>%s</text:p></office:text></office:body>
                                </office:document-content>\
                                """
                                        .formatted(SENTENCE))
                        .bytes();

        assertReadable(examining.of("a.odt", odt), "OpenDocument Text", "odt");
    }

    @Test
    void readsMarkupInItsDeclaredCharset() throws IOException {
        String html =
                "<!DOCTYPE html><html><head><meta charset=\"gbk\"><title>页面标题</title></head>"
                        + "<body><script>var hidden=1</script><p>%s</p></body></html>"
                                .formatted(SENTENCE);

        Examination examination = examining.of("a.html", html.getBytes(GBK));

        assertReadable(examination, "HTML", "html");
        assertThat(examination.title()).isEqualTo("页面标题");
        assertThat(examination.text()).doesNotContain("hidden");
    }

    @Test
    void reportsProtectedDocuments() throws Exception {
        assertThat(examining.of("a.docx", encrypted(docx())).findings())
                .containsExactly(Finding.of(FindingCode.PROTECTED));
        byte[] old;
        Biff8EncryptionKey.setCurrentUserPassword("secret");
        try {
            old = saved(new HSSFWorkbook());
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
        assertThat(examining.of("a.xls", old).findings())
                .containsExactly(Finding.of(FindingCode.PROTECTED));
    }

    private static byte[] encrypted(byte[] ooxml) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (POIFSFileSystem ole = new POIFSFileSystem()) {
            var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("secret");
            try (OPCPackage document = OPCPackage.open(new ByteArrayInputStream(ooxml));
                    OutputStream out = encryptor.getDataStream(ole)) {
                document.save(out);
            }
            ole.writeFilesystem(bytes);
        }
        return bytes.toByteArray();
    }

    @Test
    void warnsOfMacros() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OPCPackage document = OPCPackage.open(new ByteArrayInputStream(docx()))) {
            var name = PackagingURIHelper.createPartName("/word/vbaProject.bin");
            document.createPart(name, "application/vnd.ms-office.vbaProject")
                    .getOutputStream()
                    .write(1);
            document.save(bytes);
        }

        Examination examination = examining.of("a.docx", bytes.toByteArray());

        assertThat(examination.has(FindingCode.MACROS)).isTrue();
        assertThat(examination.text()).contains(SENTENCE);
    }

    @Test
    void reportsDamagedOfficeDocument() throws IOException {
        byte[] half = java.util.Arrays.copyOf(docx(), 1200);

        Examination examination = examining.of("a.docx", half);

        assertThat(examination.findings())
                .anyMatch(
                        f -> f.code() == FindingCode.UNREADABLE || f.code() == FindingCode.DAMAGED);
        assertThat(examination.has(FindingCode.READABLE) && !examination.has(FindingCode.DAMAGED))
                .isFalse();
    }

    @Test
    void readsMailWithItsAttachments() throws IOException {
        String mail =
                """
                From: =?gb2312?B?%s?= <wang@example.com>
                To: sales@example.com
                Subject: =?gb2312?B?%s?=
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary="b1"

                --b1
                Content-Type: text/plain; charset=gb2312
                Content-Transfer-Encoding: base64

                %s
                --b1
                Content-Type: application/octet-stream
                Content-Disposition: attachment; filename*=UTF-8''%%E5%%90%%88%%E5%%90%%8C.docx
                Content-Transfer-Encoding: base64

                %s
                --b1--
                """
                        .formatted(
                                base64("王经理"),
                                base64("关于合同"),
                                base64("请查收附件"),
                                Base64.getMimeEncoder().encodeToString(docx()))
                        .replace("\n", "\r\n");

        Examination examination = examining.of("a.eml", mail.getBytes(StandardCharsets.US_ASCII));

        assertReadable(examination, "Mail (eml)", "eml");
        assertThat(examination.title()).isEqualTo("关于合同");
        assertThat(examination.text()).contains("王经理", "请查收附件", "合同.docx");
        assertThat(examination.entries())
                .extracting(ContainedEntry::path)
                .containsExactly("合同.docx");
        assertThat(examination.findings())
                .contains(Finding.of(FindingCode.ATTACHMENT_FOUND, "name", "合同.docx"));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(GBK));
    }

    @Test
    void readsOutlookMail() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (POIFSFileSystem ole = new POIFSFileSystem()) {
            put(ole, "__properties_version1.0", new byte[32]);
            put(ole, "__substg1.0_001A001F", utf16("IPM.Note"));
            put(ole, "__substg1.0_0037001F", utf16("关于合同"));
            put(ole, "__substg1.0_0C1A001F", utf16("王经理"));
            put(ole, "__substg1.0_1000001F", utf16(SENTENCE));
            ole.getRoot().createDirectory("__nameid_version1.0");
            ole.writeFilesystem(bytes);
        }

        Examination examination = examining.of("a.msg", bytes.toByteArray());

        assertReadable(examination, "Outlook mail (msg)", "msg");
        assertThat(examination.title()).isEqualTo("关于合同");
        assertThat(examination.text()).contains("王经理");
    }

    private static void put(POIFSFileSystem ole, String name, byte[] content) throws IOException {
        ole.getRoot().createDocument(name, new ByteArrayInputStream(content));
    }

    private static byte[] utf16(String text) {
        return text.getBytes(StandardCharsets.UTF_16LE);
    }
}
