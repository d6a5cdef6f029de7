package org.kedang.audit;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Settings of a sealer of one's own. */
record SealingFixture(Path folder, SignatureKind kind, int batch, @Nullable URI tsa) {
    static SealingFixture settings(Path folder) {
        return new SealingFixture(folder, SignatureKind.ED25519, 1000, null);
    }

    SealingSettings with(SignatureKind kind) {
        return new SealingFixture(folder, kind, batch, tsa).build();
    }

    SealingSettings batch(int most) {
        return new SealingFixture(folder, kind, most, tsa).build();
    }

    /** With these receivers, every checkpoint written to the file at once. */
    SealingSettings sendingTo(
            @Nullable URI webhook, @Nullable String mailTo, @Nullable URI authority) {
        return new SealingSettings(
                folder.resolve("keys"),
                folder.resolve("checkpoints"),
                kind,
                Duration.ofSeconds(1),
                batch,
                Duration.ZERO,
                Duration.ofHours(1),
                webhook,
                webhook == null ? null : "a shared secret",
                mailTo == null ? List.of() : List.of(mailTo),
                "kedang@archive.example",
                authority);
    }

    SealingSettings build() {
        return new SealingSettings(
                folder.resolve("keys"),
                folder.resolve("checkpoints"),
                kind,
                Duration.ofSeconds(1),
                batch,
                Duration.ofSeconds(10),
                Duration.ofHours(1),
                null,
                null,
                List.of(),
                "kedang@localhost",
                tsa);
    }
}
