package org.kedang.audit;

import org.kedang.kernel.Hmac;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Objects;

/**
 * POSTs the note as text. {@code X-Kedang-Signature: sha256=<hex>} is the HMAC-SHA-256 of the body
 * under the shared secret; {@code X-Kedang-Key} is the public key that signs, so that a receiver
 * notices a new one.
 */
@Component
class WebhookDelivery implements Delivery {
    private final SealingSettings settings;
    private final Posting posting;
    private final KnownKeys keys;

    WebhookDelivery(SealingSettings settings, Posting posting, JdbcClient jdbc) {
        this.settings = settings;
        this.posting = posting;
        this.keys = new KnownKeys(jdbc);
    }

    @Override
    public String channel() {
        return "WEBHOOK";
    }

    /** Without query and user: either may hold a secret. */
    @Override
    public String place() {
        URI uri = settings.webhook();
        return uri == null ? "" : uri.getScheme() + "://" + uri.getRawAuthority() + uri.getPath();
    }

    @Override
    public void deliver(KeptCheckpoint kept) throws IOException {
        byte[] body = kept.note().getBytes(StandardCharsets.UTF_8);
        posting.post(
                Objects.requireNonNull(settings.webhook()),
                "text/plain; charset=utf-8",
                body,
                "X-Kedang-Key",
                key(),
                "X-Kedang-Size",
                Long.toString(kept.size()),
                "X-Kedang-Signature",
                "sha256="
                        + HexFormat.of()
                                .formatHex(
                                        Hmac.sha256(
                                                Objects.requireNonNull(settings.webhookSecret()),
                                                body)));
    }

    private String key() {
        return keys.findNewest().map(KnownKey::vkey).orElse("");
    }
}
