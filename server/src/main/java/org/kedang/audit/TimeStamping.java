package org.kedang.audit;

import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.ZoneOffset;
import java.util.Objects;

/**
 * Lets a time-stamping authority confirm that a checkpoint existed (RFC 3161): the token is over
 * SHA-256 of the whole note. That the answer fits the question is checked here; whether the
 * authority is to be trusted, whoever verifies decides with its certificate.
 */
@Component
class TimeStamping implements Delivery {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SealingSettings settings;
    private final Posting posting;
    private final JdbcClient jdbc;

    TimeStamping(SealingSettings settings, Posting posting, JdbcClient jdbc) {
        this.settings = settings;
        this.posting = posting;
        this.jdbc = jdbc;
    }

    @Override
    public String channel() {
        return "TIME_STAMP";
    }

    @Override
    public String place() {
        URI uri = settings.tsa();
        return uri == null ? "" : uri.getScheme() + "://" + uri.getRawAuthority() + uri.getPath();
    }

    /** The checkpoint of that size has its time-stamp already. */
    @Override
    public boolean takesKeyNotes() {
        return false;
    }

    @Override
    public void deliver(KeptCheckpoint kept) throws IOException {
        TimeStampToken token = token(kept.note().getBytes(StandardCharsets.UTF_8));
        jdbc.sql(
                        """
                        insert into audit_time_stamp (size, authority, at, token)
                        values (:size, :authority, :at, :token)
                        on conflict do nothing
                        """)
                .param("size", kept.size())
                .param("authority", place())
                .param(
                        "at",
                        token.getTimeStampInfo().getGenTime().toInstant().atOffset(ZoneOffset.UTC))
                .param("token", token.getEncoded())
                .update();
    }

    private TimeStampToken token(byte[] note) throws IOException {
        TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
        generator.setCertReq(true);
        try {
            TimeStampRequest request =
                    generator.generate(
                            TSPAlgorithms.SHA256,
                            TreeHash.sha256().digest(note),
                            new BigInteger(64, RANDOM));
            byte[] answer =
                    posting.post(
                            Objects.requireNonNull(settings.tsa()),
                            "application/timestamp-query",
                            request.getEncoded());
            TimeStampResponse response = new TimeStampResponse(answer);
            response.validate(request);
            TimeStampToken token = response.getTimeStampToken();
            if (token == null) {
                throw new IOException("The authority refused: " + response.getStatusString());
            }
            return token;
        } catch (TSPException e) {
            throw new IOException("The authority's answer does not fit", e);
        }
    }
}
