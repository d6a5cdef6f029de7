package org.kedang.docworker;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kedang.document.Examination;
import org.kedang.document.ExaminationLimits;
import org.kedang.document.Finding;
import org.kedang.document.FindingCode;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;

/** Text in the charsets of Chinese offices, and what is no text. */
class PlainTextTests {

    private static final String NOTE = "客户来访纪要：绍兴鉴湖酿酒有限公司总经理来访，洽谈包装采购事宜。";

    @TempDir Path folder;
    private Examining examining;

    @BeforeEach
    void start() {
        examining = new Examining(folder);
    }

    @Test
    void readsCharsetsOfChineseOffices() throws IOException {
        for (String charset : new String[] {"GBK", "GB18030", "UTF-16", "UTF-8"}) {
            Examination examination =
                    examining.of("a.txt", NOTE.getBytes(Charset.forName(charset)));

            assertThat(examination.text()).as(charset).isEqualTo(NOTE);
            assertThat(examination.has(FindingCode.EXTENSION_MISMATCH)).as(charset).isFalse();
            assertThat(examination.has(FindingCode.TEXT_ENCODING))
                    .as(charset)
                    .isEqualTo(!charset.equals("UTF-8"));
        }
    }

    @Test
    void stripsByteOrderMark() throws IOException {
        assertThat(examining.of("a.csv", ("\uFEFF" + NOTE).getBytes(StandardCharsets.UTF_8)).text())
                .isEqualTo(NOTE);
    }

    @Test
    void cutsLongTextAndSaysSo() throws IOException {
        ExaminationLimits limits = new ExaminationLimits(1_000, 1, 1, 1 << 20, 1, 60);

        Examination examination =
                examining.of(
                        "a.txt", "字".repeat(5_000).getBytes(StandardCharsets.UTF_8), limits, true);

        assertThat(examination.text()).isEqualTo("字".repeat(1_000));
        assertThat(examination.textTruncated()).isTrue();
        assertThat(examination.findings())
                .containsExactly(
                        Finding.of(FindingCode.TEXT_TRUNCATED, "chars", "1000"),
                        Finding.of(FindingCode.READABLE, "format", "Text"));
    }

    @Test
    void namesFormatOfWhatItCannotRead() throws IOException {
        byte[] random = new byte[5_000];
        new Random(7).nextBytes(random);
        byte[] mp3 = "ID3\u0003\0\0\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(examining.of("a.dat", random).findings())
                .containsExactly(
                        Finding.of(
                                FindingCode.UNSUPPORTED_FORMAT,
                                "format",
                                "application/octet-stream"));
        assertThat(examining.of("a.mp3", mp3).format().mime()).isEqualTo("audio/mpeg");
    }

    @Test
    void reportsContentUnderForeignExtension() throws IOException {
        Examination examination = examining.of("a.pdf", NOTE.getBytes(StandardCharsets.UTF_8));

        assertThat(examination.text()).isEqualTo(NOTE);
        assertThat(Examining.finding(examination, FindingCode.EXTENSION_MISMATCH).en())
                .isEqualTo("The extension .pdf does not agree with the content (Text)");
    }

    @Test
    void reportsEmptyFile() throws IOException {
        assertThat(examining.of("a.pdf", new byte[0]).findings())
                .containsExactly(Finding.of(FindingCode.EMPTY));
    }

    @Provide
    Arbitrary<String> everydayChinese() {
        return Arbitraries.strings()
                .withChars("的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说，。：")
                .ofMaxLength(200);
    }

    @Property(tries = 300)
    void recognisesEverydayChineseInGb(@ForAll("everydayChinese") String characters) {
        String text = characters + NOTE;
        byte[] gb = text.getBytes(Charset.forName("GB18030"));
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);

        assertThat(new String(utf8, PlainText.charsetOf(utf8))).isEqualTo(text);
        assertThat(new String(gb, PlainText.charsetOf(gb))).isEqualTo(text);
    }

    @Property
    void neverYieldsCharactersThatDatabasesRefuse(@ForAll String anything) throws IOException {
        TextSink sink = new TextSink(new Budget(Examining.LIMITS, Path.of("."), false));
        sink.write(anything);

        assertThat(sink.text().chars().noneMatch(c -> c == 0)).isTrue();
        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(sink.text())).isTrue();
        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(Names.clean(anything))).isTrue();
    }
}
