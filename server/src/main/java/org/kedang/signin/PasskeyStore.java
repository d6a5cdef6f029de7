package org.kedang.signin;

import org.jspecify.annotations.Nullable;
import org.kedang.kernel.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Repository;

import java.nio.ByteBuffer;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Passkeys in the form Spring Security asks for them; a person's handle is the person's id. */
@Repository
class PasskeyStore implements UserCredentialRepository {
    private final JdbcClient jdbc;
    private final Clock clock;

    PasskeyStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    static Bytes handle(UUID person) {
        return new Bytes(
                ByteBuffer.allocate(16)
                        .putLong(person.getMostSignificantBits())
                        .putLong(person.getLeastSignificantBits())
                        .array());
    }

    static UUID person(Bytes handle) {
        ByteBuffer bytes = ByteBuffer.wrap(handle.getBytes());
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    @Override
    public void delete(Bytes credentialId) {
        jdbc.sql("delete from passkey where credential_id = :credential")
                .param("credential", credentialId.getBytes())
                .update();
    }

    @Override
    public void save(CredentialRecord passkey) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        int known =
                jdbc.sql(
                                "update passkey set signature_count = :count, last_used_at = :now"
                                        + " where credential_id = :credential")
                        .param("count", passkey.getSignatureCount())
                        .param("now", now)
                        .param("credential", passkey.getCredentialId().getBytes())
                        .update();
        if (known == 0) {
            insert(passkey, now);
        }
    }

    private void insert(CredentialRecord passkey, OffsetDateTime now) {
        jdbc.sql(
                        """
                        insert into passkey (id, person_id, name, credential_id, public_key, signature_count,
                            transports, backup_eligible, backed_up, attestation, client_data, created_at)
                        values (:id, :person, :name, :credential, :key, :count,
                            :transports, :eligible, :backedUp, :attestation, :clientData, :now)
                        """)
                .param("id", Ids.next())
                .param("person", person(passkey.getUserEntityUserId()))
                .param("name", passkey.getLabel())
                .param("credential", passkey.getCredentialId().getBytes())
                .param("key", passkey.getPublicKey().getBytes())
                .param("count", passkey.getSignatureCount())
                .param(
                        "transports",
                        passkey.getTransports().stream()
                                .map(AuthenticatorTransport::getValue)
                                .toArray(String[]::new))
                .param("eligible", passkey.isBackupEligible())
                .param("backedUp", passkey.isBackupState())
                .param(
                        "attestation",
                        Objects.requireNonNull(passkey.getAttestationObject()).getBytes())
                .param(
                        "clientData",
                        Objects.requireNonNull(passkey.getAttestationClientDataJSON()).getBytes())
                .param("now", now)
                .update();
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes credentialId) {
        return jdbc.sql("select * from passkey where credential_id = :credential")
                .param("credential", credentialId.getBytes())
                .query((row, n) -> read(row))
                .optional()
                .orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes handle) {
        return jdbc.sql("select * from passkey where person_id = :person")
                .param("person", person(handle))
                .query((row, n) -> read(row))
                .list();
    }

    private static CredentialRecord read(ResultSet row) throws SQLException {
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(new Bytes(row.getBytes("credential_id")))
                .userEntityUserId(handle(row.getObject("person_id", UUID.class)))
                .publicKey(new ImmutablePublicKeyCose(row.getBytes("public_key")))
                .signatureCount(row.getLong("signature_count"))
                .uvInitialized(true)
                .transports(transports(row.getArray("transports")))
                .backupEligible(row.getBoolean("backup_eligible"))
                .backupState(row.getBoolean("backed_up"))
                .attestationObject(new Bytes(row.getBytes("attestation")))
                .attestationClientDataJSON(new Bytes(row.getBytes("client_data")))
                .created(row.getObject("created_at", OffsetDateTime.class).toInstant())
                .label(row.getString("name"))
                .build();
    }

    private static Set<AuthenticatorTransport> transports(Array column) throws SQLException {
        return Arrays.stream((String[]) column.getArray())
                .map(AuthenticatorTransport::valueOf)
                .collect(Collectors.toSet());
    }
}
