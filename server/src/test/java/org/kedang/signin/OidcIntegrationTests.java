package org.kedang.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kedang.TestClient.body;

import org.junit.jupiter.api.Test;
import org.kedang.TestClient;
import org.kedang.TestClient.Answer;
import org.springframework.beans.factory.annotation.Autowired;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The whole code flow against Spring's authorization server. */
class OidcIntegrationTests extends EnterpriseTest {
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    /** A browser at the provider's site. */
    private final HttpClient provider =
            HttpClient.newBuilder()
                    .cookieHandler(new CookieManager())
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();

    @Test
    void offersTheWayOnTheSignInPage() {
        assertThat(TestClient.at(PORT).get("/api/session/ways").json().path("oidc").asString())
                .isEqualTo("企业账号登录");
    }

    @Test
    void signsInWithALinkedIdentityAndRightsOfOurs() throws Exception {
        TestClient sales = TestClient.as("sales", PORT);
        Answer asked = sales.post("/api/identities", body());
        Answer linked = sales.get(answerOf("wang", asked.json().path("location").asString()));
        assertThat(linked.header("Location")).contains("/me?linked=1");
        assertThat(sales.get("/api/identities").json().at("/items/0/label").asString())
                .isEqualTo("wang");

        TestClient browser = TestClient.at(PORT);
        Answer back = browser.get(answerOf("wang", begin(browser, "?back=/customers")));

        assertThat(back.header("Location")).contains("/customers");
        var session = browser.get("/api/session").json();
        assertThat(session.at("/person/userName").asString()).isEqualTo("sales");
        assertThat(session.at("/person/permissions").toString())
                .contains("CUSTOMER_WRITE")
                .doesNotContain("AUDIT_READ");

        String link = sales.get("/api/identities").json().at("/items/0/id").asString();
        assertThat(sales.delete("/api/identities/" + link).status()).isEqualTo(204);
        TestClient again = TestClient.at(PORT);
        assertThat(again.get(answerOf("wang", begin(again, ""))).header("Location"))
                .contains("/sign-in?refused=identity-unknown");
    }

    /** Off by default; here the provider is one where nobody chooses his own user name. */
    @Test
    void linksByUserNameOnlyWhereThatIsSet() throws Exception {
        String person = employee("li");
        assertThatThrownBy(() -> finish(OidcSettings.Linking.BY_HAND))
                .hasMessageContaining("identity-unknown");

        assertThat(finish(OidcSettings.Linking.USER_NAME))
                .isEqualTo(
                        new SigningInByOidc.Outcome.Proved(UUID.fromString(person), "/customers"));

        assertThat(finish(OidcSettings.Linking.BY_HAND))
                .as("linked from then on")
                .isInstanceOf(SigningInByOidc.Outcome.Proved.class);
        unlink("li");
        TestClient.as("sysadmin", PORT).post("/api/people/" + person + "/close", body());
        assertThatThrownBy(() -> finish(OidcSettings.Linking.USER_NAME))
                .as("a closed account is found by no name")
                .hasMessageContaining("identity-unknown");
    }

    private String employee(String userName) {
        TestClient sysadmin = TestClient.as("sysadmin", PORT);
        String department = sysadmin.get("/api/departments").json().at("/items/0/id").asString();
        return sysadmin.post(
                        "/api/people",
                        body().put("userName", userName)
                                .put("name", "李同名")
                                .put("departmentId", department))
                .id();
    }

    /** The whole flow with another setting for how an identity finds its person. */
    private SigningInByOidc.Outcome finish(OidcSettings.Linking linking) throws Exception {
        OidcSettings other =
                new OidcSettings(
                        settings.issuer(),
                        settings.clientId(),
                        settings.clientSecret(),
                        settings.text(),
                        settings.scopes(),
                        settings.address(),
                        linking,
                        settings.userNameClaim());
        SigningInByOidc signingIn = new SigningInByOidc(oidc, other, ceremonies, links, directory);
        SigningInByOidc.Asked asked = signingIn.beginSignIn(ADDRESS, "/customers");
        String answer = answerOf("li", asked.location());
        return signingIn.finish(
                asked.mark(),
                answer.replaceAll(".*state=([^&]*).*", "$1"),
                answer.replaceAll(".*code=([^&]*).*", "$1"),
                new Origin("127.0.0.1", null, "").connection(null));
    }

    @Test
    void refusesAnIdentityThatIsLinkedToNobody() throws Exception {
        TestClient browser = TestClient.at(PORT);

        Answer answer = browser.get(answerOf("li", begin(browser, "")));

        assertThat(answer.header("Location")).contains("/sign-in?refused=identity-unknown");
        assertThat(browser.get("/api/session").status()).isEqualTo(401);
    }

    @Test
    void refusesAClosedAccount() throws Exception {
        TestClient sysadmin = TestClient.as("sysadmin", PORT);
        String department = sysadmin.get("/api/departments").json().at("/items/0/id").asString();
        String person =
                sysadmin.post(
                                "/api/people",
                                body().put(
                                                "userName",
                                                "gone."
                                                        + UUID.randomUUID()
                                                                .toString()
                                                                .substring(0, 8))
                                        .put("name", "离职者")
                                        .put("departmentId", department))
                        .id();
        assertThat(
                        sysadmin.post(
                                        "/api/people/" + person + "/identities",
                                        body().put("subject", "li"))
                                .status())
                .isEqualTo(201);
        sysadmin.post("/api/people/" + person + "/close", body());
        TestClient browser = TestClient.at(PORT);

        Answer answer = browser.get(answerOf("li", begin(browser, "")));

        assertThat(answer.header("Location").orElse("")).startsWith("/sign-in?refused=");
        assertThat(answer.header("Location").orElse("")).doesNotContain("identity-unknown");
        assertThat(browser.get("/api/session").status()).isEqualTo(401);
        unlink("li");
    }

    @Test
    void refusesAnAnswerToAnotherQuestion() throws Exception {
        TestClient browser = TestClient.at(PORT);
        String answer = answerOf("wang", begin(browser, ""));

        assertThat(browser.get(answer.replaceAll("state=[^&]*", "state=forged")).header("Location"))
                .contains("/sign-in?refused=oidc-refused");
    }

    @Test
    void refusesAnAnswerThatAnotherBrowserAskedFor() throws Exception {
        String answer = answerOf("wang", begin(TestClient.at(PORT), ""));

        assertThat(TestClient.at(PORT).get(answer).header("Location"))
                .contains("/sign-in?refused=oidc-refused");
    }

    /** A code that somebody else's sign-in brought carries another nonce and another verifier. */
    @Test
    void refusesACodeOfAnotherSignIn() throws Exception {
        TestClient victim = TestClient.at(PORT);
        String mine = answerOf("wang", begin(victim, ""));
        TestClient attacker = TestClient.at(PORT);
        String theirs = answerOf("wang", begin(attacker, ""));
        String code = theirs.replaceAll(".*code=([^&]*).*", "$1");

        Answer answer = victim.get(mine.replaceAll("code=[^&]*", "code=" + code));

        assertThat(answer.header("Location")).contains("/sign-in?refused=oidc-refused");
        assertThat(victim.get("/api/session").status()).isEqualTo(401);
    }

    @Test
    void refusesAnIdTokenWithAnotherNonce() throws Exception {
        TestClient browser = TestClient.at(PORT);
        String answer = answerOf("wang", begin(browser, ""));
        jdbc.sql(
                        "update ceremony set kept = regexp_replace(kept, '\"nonce\":\"[^\"]*\"',"
                                + " '\"nonce\":\"another\"')")
                .update();

        assertThat(browser.get(answer).header("Location"))
                .contains("/sign-in?refused=oidc-refused");
    }

    @Test
    void takesAnAnswerOnce() throws Exception {
        TestClient sales = TestClient.at(PORT);
        String answer = answerOf("li", begin(sales, ""));
        sales.get(answer);

        assertThat(sales.get(answer).header("Location")).contains("/sign-in?refused=oidc-refused");
    }

    @Test
    void returnsToPagesOfOursOnly() throws Exception {
        TestClient browser = TestClient.at(PORT);
        String location = begin(browser, "?back=https://elsewhere.example/");

        assertThat(location).startsWith(PROVIDER.issuer());
        assertThat(location).doesNotContain("elsewhere");
    }

    private static String begin(TestClient browser, String query) {
        Answer asked = browser.get("/api/session/oidc" + query);
        assertThat(asked.status()).isEqualTo(302);
        String location = asked.header("Location").orElseThrow();
        assertThat(location).contains("code_challenge_method=S256").contains("nonce=");
        return location;
    }

    /** Signs in at the provider and brings the path it sends the browser back to. */
    private String answerOf(String user, String question) throws Exception {
        HttpResponse<String> asked = fetch(page(URI.create(question)).build());
        if (asked.statusCode() == 302 && location(asked).contains("/login")) {
            signInThere(user, URI.create(question).resolve(location(asked)));
            asked = fetch(page(URI.create(question)).build());
        }
        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(302);
        return location(asked).substring(ADDRESS.length());
    }

    private void signInThere(String user, URI page) throws Exception {
        HttpResponse<String> form = fetch(page(page).build());
        Matcher csrf = CSRF.matcher(form.body());
        assertThat(csrf.find()).as(form.body()).isTrue();
        String fields =
                "username=%s&password=%s&_csrf=%s"
                        .formatted(
                                user,
                                OpenIdProvider.PASSWORD,
                                URLEncoder.encode(csrf.group(1), StandardCharsets.UTF_8));
        HttpResponse<String> in =
                fetch(
                        HttpRequest.newBuilder(page)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(fields))
                                .build());
        assertThat(location(in)).doesNotContain("error");
    }

    private static HttpRequest.Builder page(URI address) {
        return HttpRequest.newBuilder(address).header("Accept", "text/html");
    }

    private HttpResponse<String> fetch(HttpRequest request) throws Exception {
        return provider.send(request, BodyHandlers.ofString());
    }

    private static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElse("");
    }

    @Autowired private org.springframework.jdbc.core.simple.JdbcClient jdbc;
    @Autowired private OidcProvider oidc;
    @Autowired private OidcSettings settings;
    @Autowired private Ceremonies ceremonies;
    @Autowired private IdentityLinks links;
    @Autowired private org.kedang.identity.Directory directory;

    private void unlink(String subject) {
        jdbc.sql("delete from identity_link where subject = :subject")
                .param("subject", subject)
                .update();
    }
}
