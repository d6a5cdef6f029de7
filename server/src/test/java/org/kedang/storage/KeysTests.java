package org.kedang.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

class KeysTests {
    @TempDir Path folder;

    @Test
    void keepsKeysPrivateAndReadableAfterRestart() throws Exception {
        KeyId id = open().create();
        byte[] sealed = seal(open(), id, "合同");

        assertThat(unseal(open(), id, sealed)).isEqualTo("合同");
        assertThat(permissions(folder.resolve("keys/master.json"))).isEqualTo("rw-------");
        assertThat(keyFiles())
                .singleElement()
                .satisfies(f -> assertThat(permissions(f)).isEqualTo("rw-------"));
    }

    @Test
    void opensNothingWithAnotherKey() throws Exception {
        Keys keys = open();
        byte[] sealed = seal(keys, keys.create(), "合同");

        assertThatThrownBy(() -> unseal(keys, keys.create(), sealed)).isInstanceOf(Exception.class);
    }

    @Test
    void opensNothingAfterDestruction() throws Exception {
        Keys keys = open();
        KeyId id = keys.create();
        byte[] sealed = seal(keys, id, "合同");

        keys.destroy(id);

        assertThatThrownBy(() -> unseal(keys, id, sealed))
                .hasMessageContaining("does not exist any more");
        assertThat(keyFiles()).isEmpty();
    }

    @Test
    void refusesToStartWithoutTheMasterOfItsKeys() throws Exception {
        open().create();
        Files.delete(folder.resolve("keys/master.json"));

        assertThatThrownBy(this::open)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("主密钥")
                .hasMessageContaining("Restore the master key");
        assertThat(folder.resolve("keys/master.json")).doesNotExist();
    }

    @Test
    void refusesToStartWithTheMasterOfOtherKeys() throws Exception {
        open().create();
        Path other = folder.resolve("other");
        new Keys(settings(other));
        Files.copy(
                other.resolve("keys/master.json"),
                folder.resolve("keys/master.json"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);

        assertThatThrownBy(this::open).hasMessageContaining("does not open data key");
    }

    @Test
    void refusesAKeyFilePutInAnothersPlace() throws Exception {
        Keys keys = open();
        KeyId mine = keys.create();
        byte[] sealed = seal(keys, mine, "合同");
        KeyId other = keys.create();
        ShardedFolder files = new ShardedFolder(folder.resolve("keys/dossiers"), 1, ".key");
        Files.copy(
                files.path(mine.value()),
                files.path(other.value()),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);

        assertThatThrownBy(() -> unseal(new Keys(settings(folder)), other, sealed))
                .hasMessageContaining("does not open data key " + other);
    }

    private Keys open() throws Exception {
        return new Keys(settings(folder));
    }

    private static StorageSettings settings(Path data) {
        return new StorageSettings(
                data.resolve("content"),
                data.resolve("keys"),
                DataSize.ofMegabytes(1),
                Duration.ofDays(1));
    }

    private List<Path> keyFiles() throws Exception {
        try (Stream<Path> files = Files.walk(folder.resolve("keys/dossiers"))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static String permissions(Path file) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static byte[] seal(Keys keys, KeyId id, String text) throws Exception {
        ByteArrayOutputStream sealed = new ByteArrayOutputStream();
        try (OutputStream out = keys.cipher(id).newEncryptingStream(sealed, new byte[0])) {
            out.write(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        return sealed.toByteArray();
    }

    private static String unseal(Keys keys, KeyId id, byte[] sealed) throws Exception {
        try (var in =
                keys.cipher(id)
                        .newDecryptingStream(
                                new java.io.ByteArrayInputStream(sealed), new byte[0])) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }
}
