package org.kedang.storage.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kedang.kernel.Problem;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

class UploadMetadataTests {
    @Test
    void readsPairs() {
        assertThat(
                        UploadMetadata.parse(
                                "filename "
                                        + base64("合同.pdf")
                                        + ", itemId "
                                        + base64("7")
                                        + ",empty"))
                .containsExactly(
                        entry("filename", "合同.pdf"), entry("itemId", "7"), entry("empty", ""));
        assertThat(UploadMetadata.parse(null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"filename !!", "a YQ==,a YQ==", ", ,", "filename gICA", " " + "x YQ==,"})
    void refusesWhatItCannotRead(String header) {
        assertThatThrownBy(() -> UploadMetadata.parse(header)).isInstanceOf(Problem.class);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
