package org.kedang.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kedang.TestClient.body;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kedang.TestClient;
import org.kedang.browser.FirstPage;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An empty installation, set up by whoever reads the console. */
class SetUpTests {
    private static final Pattern CODE = Pattern.compile("set-up code: (\\S+)");

    private static ObjectNode threeAdministrators(String code) {
        ObjectNode setUp = body().put("code", code);
        ArrayNode administrators = setUp.putArray("administrators");
        for (String role : new String[] {"SYSTEM_ADMINISTRATOR", "SECURITY_OFFICER", "AUDITOR"}) {
            administrators
                    .addObject()
                    .put("role", role)
                    .put("userName", role.toLowerCase(java.util.Locale.ROOT).replace('_', '.'))
                    .put("name", "管理员")
                    .put("password", "Kuaiji-Mountain-1");
        }
        return setUp;
    }

    @Test
    void takesTheCodeOnceForThreeDifferentPeople(@TempDir Path data) throws IOException {
        try (ServerProcess server = ServerProcess.withoutDemo(data)) {
            Matcher printed = CODE.matcher(server.log());
            assertThat(printed.find()).isTrue();
            String code = printed.group(1);
            TestClient client = TestClient.at(server.port());

            assertThat(client.get("/api/setup").json().path("needed").asBoolean()).isTrue();
            assertThat(client.post("/api/setup", threeAdministrators("guess")).slug())
                    .isEqualTo("setup-code-wrong");
            ObjectNode two = threeAdministrators(code);
            ((ArrayNode) two.path("administrators")).remove(0);
            assertThat(client.post("/api/setup", two).slug()).isEqualTo("setup-needs-three");
            FirstPage.setUp(server.port(), code, "Kuaiji-Mountain-1");
            assertThat(client.post("/api/setup", threeAdministrators(code)).slug())
                    .isEqualTo("setup-done");
            assertThat(client.signIn("system.administrator", "Kuaiji-Mountain-1").status())
                    .isEqualTo(204);
            assertThat(client.get("/api/session").json().at("/person/roles/0").asString())
                    .isEqualTo("SYSTEM_ADMINISTRATOR");
        }
    }
}
