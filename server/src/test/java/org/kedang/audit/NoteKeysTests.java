package org.kedang.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

class NoteKeysTests {
    @TempDir Path folder;

    private KeyFolder folder() {
        return new KeyFolder(folder.resolve("keys"));
    }

    private NoteKey added(SignatureKind kind, int generation) {
        NoteKey key = NoteKey.generate(kind, "kedang/test");
        assertThat(folder().add(generation, key)).isTrue();
        return key;
    }

    private static Checkpoint checkpoint() {
        return new Checkpoint(
                "kedang/test", 7, TreeHash.empty(), Instant.parse("2026-11-23T01:02:03Z"));
    }

    @ParameterizedTest
    @EnumSource
    void signsNotesThatVerifyAfterARestartAndNotWhenChanged(SignatureKind kind) {
        SignedNote note =
                SignedNote.parse(SignedNote.sign(checkpoint(), added(kind, 1)).toString());
        List<NoteKey> keys = folder().read();

        assertThat(note.isSignedBy(keys)).isTrue();
        assertThat(note.checkpoint().size()).isEqualTo(7);
        assertThat(note.checkpoint().root()).isEqualTo(TreeHash.empty());
        assertThat(note.text())
                .isEqualTo(
                        "kedang/test"
                                + "\n7\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n"
                                + "at 2026-11-23T01:02:03Z\n");
        assertThat(
                        new SignedNote(note.text().replace("\n7\n", "\n8\n"), note.signatures())
                                .isSignedBy(keys))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void keepsTheKeyPrivate(SignatureKind kind) throws Exception {
        NoteKey key = added(kind, 1);

        try (Stream<Path> files = Files.list(folder.resolve("keys"))) {
            assertThat(files.toList())
                    .singleElement()
                    .satisfies(
                            file ->
                                    assertThat(
                                                    PosixFilePermissions.toString(
                                                            Files.getPosixFilePermissions(file)))
                                            .isEqualTo("rw-------"));
        }
        assertThat(key.toString()).doesNotContain(secret(key));
    }

    private static String secret(NoteKey key) {
        return Base64.getEncoder().encodeToString(key.secret());
    }

    @Test
    void readsKeysInTheOrderOfTheirNumbersAndNeverReplacesOne() {
        NoteKey first = added(SignatureKind.ED25519, 1);
        NoteKey second = added(SignatureKind.SM2, 2);

        assertThat(folder().add(1, NoteKey.generate(SignatureKind.SM2, "kedang/test"))).isFalse();
        assertThat(folder().read())
                .extracting(NoteKey::vkey)
                .containsExactly(first.vkey(), second.vkey());
    }

    @Test
    void carriesTheSignaturesOfSeveralKeys() {
        NoteKey old = added(SignatureKind.ED25519, 1);
        NoteKey young = added(SignatureKind.SM2, 2);
        SignedNote note = SignedNote.parse(SignedNote.sign(checkpoint(), young, old).toString());
        NoteKey other = NoteKey.generate(SignatureKind.ED25519, "kedang/test");

        assertThat(note.isSignedBy(List.of(old))).isTrue();
        assertThat(note.isSignedBy(List.of(young))).isTrue();
        assertThat(note.isSignedBy(List.of(other))).isFalse();
        assertThat(note.names("kedang/test", HexFormat.of().formatHex(old.id()))).isTrue();
        assertThat(note.names("kedang/test", HexFormat.of().formatHex(other.id()))).isFalse();
    }

    @Test
    void refusesAKeyWhosePublicHalfWasExchanged() throws Exception {
        NoteKey first = added(SignatureKind.ED25519, 1);
        Path file = folder.resolve("keys/signing-0001.key");
        NoteKey other = NoteKey.generate(SignatureKind.SM2, first.name());
        Files.writeString(file, Files.readString(file).replace(first.vkey(), other.vkey()));

        assertThatThrownBy(() -> folder().read()).isInstanceOf(RuntimeException.class);
    }

    /** The example of C2SP's signed-note: a key as Go's sumdb/note writes it. */
    @Test
    void writesTheKeyAsOthersReadIt() {
        byte[] typed = Base64.getDecoder().decode("ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
        NoteKey key =
                NoteKey.restore(
                        SignatureKind.ED25519,
                        "PeterNeumann",
                        NoteKey.generate(SignatureKind.ED25519, "x").secret(),
                        typed);

        assertThat(key.vkey())
                .isEqualTo("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
        SignedNote note =
                new SignedNote(
                        """
                        If you think cryptography is the answer to your problem,
                        then you don't know what your problem is.
                        """,
                        List.of(
                                "— PeterNeumann"
                                    + " x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM="));
        assertThat(note.isSignedBy(List.of(key))).isTrue();
    }

    /** GB/T 32918.2 leaves r and s as they are: 64 bytes behind the key id. */
    @Test
    void signsWithSm2AsRAndS() {
        NoteKey key = added(SignatureKind.SM2, 1);
        byte[] typed = key.typedPublicKey();

        assertThat(typed).hasSize(1 + 3 + 65).startsWith(0xff, 's', 'm', '2', 4);
        assertThat(key.sign("x".getBytes(StandardCharsets.UTF_8))).hasSize(64);
        assertThat(key.vkey()).contains("+" + HexFormat.of().formatHex(key.id()) + "+");
    }
}
