package org.kedang.audit;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * How the log is sealed and where its checkpoints go.
 *
 * @param keys folder of the signing keys, shared by all nodes; belongs neither into the database
 *     nor into its backups
 * @param checkpoints folder of the published checkpoints; better on another disk, shared by all
 *     nodes
 * @param signature the kind of the next key to be made; the one that signs stays what it is
 * @param every how long to wait between two batches
 * @param batch most events of one batch
 * @param fileEvery how often the newest checkpoint is written to the file
 * @param publishEvery how often it is sent to webhook, mail and time-stamping authority
 * @param webhook takes each published checkpoint by POST
 * @param webhookSecret signs what the webhook gets (HMAC-SHA-256)
 * @param mailTo who gets each published checkpoint by mail
 * @param mailFrom the sender of that mail
 * @param tsa address of an RFC 3161 time-stamping authority
 */
@Validated
@ConfigurationProperties("kedang.audit")
public record SealingSettings(
        @NotNull @DefaultValue("data/keys/audit") Path keys,
        @NotNull @DefaultValue("data/checkpoints") Path checkpoints,
        @NotNull @DefaultValue("ED25519") SignatureKind signature,
        @NotNull @DefaultValue("1s") Duration every,
        @Min(1) @DefaultValue("100000") int batch,
        @NotNull @DefaultValue("10s") Duration fileEvery,
        @NotNull @DefaultValue("1h") Duration publishEvery,
        @Nullable URI webhook,
        @Nullable String webhookSecret,
        @DefaultValue List<String> mailTo,
        @DefaultValue("kedang@localhost") String mailFrom,
        @Nullable URI tsa) {

    @AssertTrue(message = "kedang.audit.webhook needs kedang.audit.webhook-secret")
    boolean isWebhookSigned() {
        return webhook == null || (webhookSecret != null && !webhookSecret.isBlank());
    }
}
