package org.kedang.storage;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.streamingaead.AesGcmHkdfStreamingParameters;
import com.google.crypto.tink.streamingaead.StreamingAeadConfig;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Data keys, each wrapped by the master key and kept in a file of its own. None of them is ever in
 * the database, so that destroying a key file (and its copies) destroys what was encrypted with it,
 * backups of the database included.
 */
@Component
public final class Keys {

    // 64 KiB segments cost the same CPU as 1 MiB ones and a sixteenth of the memory per open
    // stream.
    private static final int SEGMENT_BYTES = 64 * 1024;

    private final Path master;
    private final ShardedFolder wrapped;
    private final Aead masterAead;
    private final LoadingCache<KeyId, StreamingAead> ciphers =
            Caffeine.newBuilder()
                    .maximumSize(5_000)
                    .expireAfterWrite(Duration.ofMinutes(10))
                    .build(this::unwrap);

    Keys(StorageSettings settings) throws IOException, GeneralSecurityException {
        AeadConfig.register();
        StreamingAeadConfig.register();
        master = settings.keys().resolve("master.json");
        wrapped = new ShardedFolder(settings.keys().resolve("dossiers"), 1, ".key");
        Disk.createFolders(settings.keys());
        Disk.createFolders(wrapped.root());
        masterAead = openMaster().getPrimitive(RegistryConfiguration.get(), Aead.class);
        refuseForeignMaster();
    }

    /**
     * Creates a data key, durable before the call returns. If the surrounding transaction rolls
     * back, the key is destroyed again.
     */
    public KeyId create() {
        KeyId id = new KeyId(UUID.randomUUID());
        try {
            byte[] sealed =
                    TinkProtoKeysetFormat.serializeEncryptedKeyset(
                            generate(dataKey()), masterAead, associatedData(id));
            Disk.writeOnce(wrapped.place(id.value()), sealed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Could not create data key " + id, e);
        }
        destroyOnRollback(id);
        return id;
    }

    /**
     * Destroys a data key: what was encrypted with it can never be read again. Does nothing if it
     * is gone.
     */
    public void destroy(KeyId id) {
        try {
            Path file = wrapped.path(id.value());
            if (Files.deleteIfExists(file)) {
                Disk.syncFolderOf(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            ciphers.invalidate(id);
        }
    }

    /**
     * Encrypts something small, such as another service's password, with the master key.
     *
     * @param purpose what it is and whose; it opens under the same purpose only
     */
    public byte[] seal(byte[] secret, String purpose) {
        try {
            return masterAead.encrypt(secret, purpose.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot encrypt for " + purpose, e);
        }
    }

    /**
     * What was sealed for this purpose.
     *
     * @throws IllegalStateException if it was sealed for another purpose or with another master key
     */
    public byte[] open(byte[] sealed, String purpose) {
        try {
            return masterAead.decrypt(sealed, purpose.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "The master key does not open what is for " + purpose, e);
        }
    }

    /**
     * The cipher of a data key.
     *
     * @throws IllegalStateException if the key has been destroyed or the master key does not open
     *     it
     */
    StreamingAead cipher(KeyId id) {
        return ciphers.get(id);
    }

    private StreamingAead unwrap(KeyId id) {
        try {
            byte[] sealed = Files.readAllBytes(wrapped.path(id.value()));
            return TinkProtoKeysetFormat.parseEncryptedKeyset(
                            sealed, masterAead, associatedData(id))
                    .getPrimitive(RegistryConfiguration.get(), StreamingAead.class);
        } catch (NoSuchFileException e) {
            throw new IllegalStateException("Data key " + id + " does not exist any more", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The master key does not open data key " + id, e);
        }
    }

    private KeysetHandle openMaster() throws IOException, GeneralSecurityException {
        if (!Files.exists(master)) {
            createMaster();
        }
        return TinkJsonProtoKeysetFormat.parseKeyset(
                Files.readString(master), InsecureSecretKeyAccess.get());
    }

    private void createMaster() throws IOException, GeneralSecurityException {
        Optional<Path> orphan = anyWrappedKey();
        if (orphan.isPresent()) {
            throw new IllegalStateException(
                    ("主密钥 %s 不存在，但已有用它加密的数据密钥（例如 %s）。请从备份恢复主密钥后再启动。 The master key %s is missing"
                         + " although data keys wrapped by it exist (%s). Restore the master key"
                         + " from its backup, then start again.")
                            .formatted(master, orphan.get(), master, orphan.get()));
        }
        String json =
                TinkJsonProtoKeysetFormat.serializeKeyset(
                        generate(PredefinedAeadParameters.AES256_GCM),
                        InsecureSecretKeyAccess.get());
        Disk.writeOnce(master, json.getBytes(StandardCharsets.UTF_8));
    }

    private void refuseForeignMaster() throws IOException {
        anyWrappedKey()
                .map(file -> file.getFileName().toString().replace(".key", ""))
                .map(name -> new KeyId(UUID.fromString(name)))
                .ifPresent(this::cipher);
    }

    private Optional<Path> anyWrappedKey() throws IOException {
        try (Stream<Path> files = Files.walk(wrapped.root(), 2)) {
            return files.filter(file -> file.toString().endsWith(".key")).findFirst();
        }
    }

    private void destroyOnRollback(KeyId id) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    private boolean commitAsked;

                    @Override
                    public void beforeCommit(boolean readOnly) {
                        commitAsked = true;
                    }

                    // a failed commit may be one whose answer got lost; a key too many harms nobody
                    @Override
                    public void afterCompletion(int status) {
                        if (status != STATUS_COMMITTED && !commitAsked) {
                            destroy(id);
                        }
                    }
                });
    }

    private static Parameters dataKey() throws GeneralSecurityException {
        return AesGcmHkdfStreamingParameters.builder()
                .setKeySizeBytes(32)
                .setDerivedAesGcmKeySizeBytes(32)
                .setHkdfHashType(AesGcmHkdfStreamingParameters.HashType.SHA256)
                .setCiphertextSegmentSizeBytes(SEGMENT_BYTES)
                .build();
    }

    private static KeysetHandle generate(Parameters parameters) throws GeneralSecurityException {
        return KeysetHandle.newBuilder()
                .addEntry(
                        KeysetHandle.generateEntryFromParameters(parameters)
                                .withRandomId()
                                .makePrimary())
                .build();
    }

    private static byte[] associatedData(KeyId id) {
        return id.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
