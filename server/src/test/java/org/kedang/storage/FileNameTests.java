package org.kedang.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kedang.kernel.Problem;

import java.text.Normalizer;

class FileNameTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../etc/passwd", "..", ".", "a/b.pdf", "a\\b.pdf", "C:\\temp\\x.doc",
                        "nul\0.pdf", "line\nbreak.pdf",
                "\u202Efdp.exe", "a\u2066b.pdf", "\u200Fx.pdf", "", "   ", "\uFEFF.pdf",
                        "tab\t.pdf", "\u2028.pdf",
                "\uD800.pdf"
            })
    void refusesPathsAndInvisibleCharacters(String sent) {
        assertThatThrownBy(() -> FileName.of(sent))
                .isInstanceOfSatisfying(
                        Problem.class,
                        p -> assertThat(p.type()).isEqualTo(StorageProblem.FILE_NAME_REFUSED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "合同（终稿）.pdf",
                "a..b.docx",
                "...",
                "%2e%2e%2fx.pdf",
                "'; drop table x;--.txt",
                "<script>.html",
                "𠮷野家.ofd",
                "a b.pdf"
            })
    void takesOrdinaryNamesAsTheyAre(String sent) {
        assertThat(FileName.of(sent).value()).isEqualTo(sent);
    }

    @Test
    void takes255CharactersAndNotMore() {
        assertThat(FileName.of("客".repeat(255)).value()).hasSize(255);
        assertThatThrownBy(() -> FileName.of("客".repeat(256))).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> FileName.of(null)).isInstanceOf(Problem.class);
    }

    @Test
    void treatsTheSameNameFromDifferentSystemsAsTheSame() {
        String decomposed = Normalizer.normalize("Café.pdf", Normalizer.Form.NFD);

        assertThat(FileName.of(decomposed)).isEqualTo(FileName.of("Café.pdf"));
    }

    @Test
    void givesTheNameWithoutItsExtension() {
        assertThat(FileName.of("a.b.pdf").stem()).isEqualTo("a.b");
        assertThat(FileName.of("readme").stem()).isEqualTo("readme");
        assertThat(FileName.of(".profile").stem()).isEqualTo(".profile");
    }

    @Property
    void acceptsOnlyNamesThatStayInTheirFolder(@ForAll String sent) {
        try {
            String name = FileName.of(sent).value();
            java.nio.file.Path folder = java.nio.file.Path.of("/in");
            assertThat(folder.resolve(name).normalize().getParent()).isEqualTo(folder);
        } catch (Problem refused) {
            assertThat(refused.type()).isEqualTo(StorageProblem.FILE_NAME_REFUSED);
        } catch (java.nio.file.InvalidPathException notThisPlatforms) {
            assertThat(notThisPlatforms.getReason()).contains("Malformed input");
        }
    }
}
