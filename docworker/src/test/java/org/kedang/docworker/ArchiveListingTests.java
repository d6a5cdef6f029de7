package org.kedang.docworker;

import static org.assertj.core.api.Assertions.assertThat;

import net.lingala.zip4j.ZipFile;
import net.lingala.zip4j.model.ZipParameters;
import net.lingala.zip4j.model.enums.EncryptionMethod;

import org.apache.commons.compress.archivers.sevenz.SevenZOutputFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kedang.document.ContainedEntry;
import org.kedang.document.Examination;
import org.kedang.document.ExaminationLimits;
import org.kedang.document.Finding;
import org.kedang.document.FindingCode;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** Archives, honest and hostile, made here. */
class ArchiveListingTests {

    private static final Charset GBK = Charset.forName("GBK");

    @TempDir Path folder;
    private Examining examining;

    @BeforeEach
    void start() throws IOException {
        examining = new Examining(Files.createDirectory(folder.resolve("work")));
    }

    @Test
    void decodesNamesInGbk() throws IOException {
        byte[] zip = new Zips().with("合同/采购合同.txt", "1").with("readme.txt", "2").bytes(GBK);

        Examination examination = examining.of("a.zip", zip);

        assertThat(examination.entries())
                .containsExactly(
                        new ContainedEntry("合同/采购合同.txt", 1), new ContainedEntry("readme.txt", 1));
        assertThat(examination.text()).contains("采购合同");
        assertThat(examination.findings())
                .containsExactly(
                        Finding.of(FindingCode.ARCHIVE_LISTED, "entries", "2"),
                        Finding.of(FindingCode.ENTRY_NAMES_GBK));
    }

    @Test
    void leavesNamesInUtf8Alone() throws IOException {
        Examination examination = examining.of("a.zip", new Zips().with("采购合同.txt", "1").bytes());

        assertThat(examination.entries())
                .extracting(ContainedEntry::path)
                .containsExactly("采购合同.txt");
        assertThat(examination.has(FindingCode.ENTRY_NAMES_GBK)).isFalse();
    }

    @Test
    void stopsAtDepth() throws IOException {
        byte[] zip = new Zips().with("core.txt", "x").bytes();
        for (int level = 0; level < 30; level++) {
            zip = new Zips().with("inner.zip", zip).bytes();
        }

        Examination examination = examining.of("a.zip", zip);

        assertThat(Examining.finding(examination, FindingCode.ARCHIVE_LIMIT_REACHED).zh())
                .contains("5 levels");
        assertThat(examination.entries()).hasSize(6);
        assertThat(examination.entries().getLast().path())
                .isEqualTo("inner.zip!/inner.zip!/inner.zip!/inner.zip!/inner.zip!/inner.zip");
    }

    @Test
    void stopsAtNumberOfEntriesOfAllLevels() throws IOException {
        Zips many = new Zips();
        for (int i = 0; i < 400; i++) {
            many.with("f" + i, "");
        }
        byte[] zip = many.bytes();
        byte[] outer = new Zips().with("1.zip", zip).with("2.zip", zip).with("3.zip", zip).bytes();

        Examination examination = examining.of("a.zip", outer);

        assertThat(examination.entries()).hasSize(1_000);
        assertThat(Examining.finding(examination, FindingCode.ARCHIVE_LIMIT_REACHED).details())
                .containsEntry("limit", "1000 entries");
    }

    @Test
    void stopsAtBytesUnpacked() throws IOException {
        byte[] bomb = new Zips().with("zeros.zip", new byte[200 << 20]).bytes();
        ExaminationLimits limits = new ExaminationLimits(1000, 1000, 5, 10 << 20, 1, 60);

        Examination examination = examining.of("bomb.zip", bomb, limits, true);

        assertThat(bomb.length).isLessThan(1 << 20);
        assertThat(Examining.finding(examination, FindingCode.ARCHIVE_LIMIT_REACHED).details())
                .containsEntry("limit", (10 << 20) + " bytes");
        try (var left = Files.list(folder.resolve("work"))) {
            assertThat(left)
                    .extracting(Path::getFileName)
                    .extracting(Path::toString)
                    .containsExactly("content.bin");
        }
    }

    @Test
    void listsSevenZip() throws IOException {
        Path file = folder.resolve("a.7z");
        try (SevenZOutputFile archive = new SevenZOutputFile(file.toFile())) {
            archive.putArchiveEntry(archive.createArchiveEntry(folder.resolve("work"), "目录/"));
            archive.closeArchiveEntry();
            var entry = archive.createArchiveEntry(folder.resolve("work"), "目录/合同.txt");
            entry.setDirectory(false);
            archive.putArchiveEntry(entry);
            archive.write("正文".getBytes(StandardCharsets.UTF_8));
            archive.closeArchiveEntry();
        }

        Examination examination = examining.of("a.7z", Files.readAllBytes(file));

        assertThat(examination.format().name()).isEqualTo("7-Zip");
        assertThat(examination.entries()).containsExactly(new ContainedEntry("目录/合同.txt", 6));
    }

    @Test
    void listsTarAndCompressedTar() throws IOException {
        ByteArrayOutputStream tar = new ByteArrayOutputStream();
        try (TarArchiveOutputStream out = new TarArchiveOutputStream(tar, "GBK")) {
            TarArchiveEntry entry = new TarArchiveEntry("客户合同文件.txt");
            entry.setSize(2);
            out.putArchiveEntry(entry);
            out.write(new byte[] {'o', 'k'});
            out.closeArchiveEntry();
        }
        ByteArrayOutputStream gzip = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(gzip)) {
            tar.writeTo(out);
        }

        for (Map.Entry<String, byte[]> archive :
                Map.of("a.tar", tar.toByteArray(), "a.tar.gz", gzip.toByteArray()).entrySet()) {
            Examination examination = examining.of(archive.getKey(), archive.getValue());

            assertThat(examination.entries())
                    .as(archive.getKey())
                    .containsExactly(new ContainedEntry("客户合同文件.txt", 2));
            assertThat(examination.has(FindingCode.ENTRY_NAMES_GBK)).isTrue();
            assertThat(examination.has(FindingCode.EXTENSION_MISMATCH)).isFalse();
        }
    }

    @Test
    void listsWhatIsLeftOfZipCutOff() throws IOException {
        byte[] whole =
                new Zips().with("甲.txt", "1".repeat(500)).with("乙.txt", "2".repeat(500)).bytes();

        Examination examination = examining.of("a.zip", Arrays.copyOf(whole, whole.length - 60));

        assertThat(examination.entries())
                .extracting(ContainedEntry::path)
                .containsExactly("甲.txt", "乙.txt");
        assertThat(examination.has(FindingCode.DAMAGED)).isTrue();
    }

    @Test
    void reportsProtectedZip() throws IOException {
        Path plain = Files.writeString(folder.resolve("合同.txt"), "正文");
        Path zip = folder.resolve("a.zip");
        ZipParameters parameters = new ZipParameters();
        parameters.setEncryptFiles(true);
        parameters.setEncryptionMethod(EncryptionMethod.AES);
        try (ZipFile archive = new ZipFile(zip.toFile(), "secret".toCharArray())) {
            archive.addFile(plain.toFile(), parameters);
        }

        Examination examination = examining.of("a.zip", Files.readAllBytes(zip));

        assertThat(examination.has(FindingCode.PROTECTED)).isTrue();
        assertThat(examination.entries())
                .extracting(ContainedEntry::path)
                .containsExactly("合同.txt");
    }

    @Test
    void keepsHostileNamesAsHarmlessText() throws IOException {
        byte[] zip = new Zips().with("../../etc/\u202Ecod.exe", "1").with("a\nb.txt", "2").bytes();

        assertThat(examining.of("a.zip", zip).entries())
                .extracting(ContainedEntry::path)
                .containsExactly("../../etc/ cod.exe", "a b.txt");
    }
}
