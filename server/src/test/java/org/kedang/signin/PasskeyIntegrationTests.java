package org.kedang.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kedang.TestClient.body;

import org.junit.jupiter.api.Test;
import org.kedang.IntegrationTest;
import org.kedang.TestClient;
import org.kedang.TestClient.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import java.util.Optional;
import java.util.UUID;

@IntegrationTest
class PasskeyIntegrationTests {
    @LocalServerPort int port;
    @Autowired Ceremonies ceremonies;

    @Test
    void asksForAVerifiedUserAndAResidentKey() {
        Answer asked = TestClient.as("clerk", port).post("/api/passkeys/ceremony", body());

        assertThat(asked.status()).isEqualTo(200);
        var question = asked.json().path("publicKey");
        assertThat(question.at("/rp/id").asString()).isEqualTo("localhost");
        assertThat(question.at("/user/name").asString()).isEqualTo("clerk");
        assertThat(question.at("/authenticatorSelection/userVerification").asString())
                .isEqualTo("required");
        assertThat(question.path("challenge").asString()).hasSizeGreaterThanOrEqualTo(32);
    }

    @Test
    void takesAnAnswerOnceAndOnlyFromWhomWasAsked() {
        UUID asked = UUID.randomUUID();
        UUID ceremony = ceremonies.begin(Ceremonies.Kind.PASSKEY_REGISTRATION, asked, "c");

        assertThat(take(ceremony, UUID.randomUUID())).isEmpty();
        assertThat(take(ceremony, null)).isEmpty();
        assertThat(take(ceremony, asked)).contains("c");
        assertThat(take(ceremony, asked)).isEmpty();
    }

    private Optional<String> take(UUID ceremony, UUID person) {
        return ceremonies.take(ceremony, Ceremonies.Kind.PASSKEY_REGISTRATION, person);
    }

    @Test
    void refusesASignatureOfNobody() {
        TestClient stranger = TestClient.at(port);
        Answer asked = stranger.post("/api/session/passkey/ceremony", body());

        Answer refused =
                stranger.post(
                        "/api/session/passkey",
                        body().put("ceremony", asked.json().path("ceremony").asString())
                                .put("id", "AAAA")
                                .put("clientDataJSON", "AAAA")
                                .put("authenticatorData", "AAAA")
                                .put("signature", "AAAA"));

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.slug()).isEqualTo("passkey-refused");
        assertThat(stranger.cookie("KEDANG_SESSION")).isEmpty();
    }

    @Test
    void refusesGarbageInsteadOfFailing() {
        TestClient stranger = TestClient.at(port);
        Answer asked = stranger.post("/api/session/passkey/ceremony", body());

        Answer refused =
                stranger.post(
                        "/api/session/passkey",
                        body().put("ceremony", asked.json().path("ceremony").asString())
                                .put("id", "***")
                                .put("clientDataJSON", "***")
                                .put("authenticatorData", "***")
                                .put("signature", "***"));

        assertThat(refused.slug()).isEqualTo("passkey-refused");
    }

    @Test
    void hidesOtherPeoplesPasskeys() {
        assertThat(TestClient.as("clerk", port).delete("/api/passkeys/" + UUID.randomUUID()).slug())
                .isEqualTo("not-found");
    }
}
