package org.kedang.customfield;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kedang.TestClient.body;

import org.kedang.TestClient;
import org.kedang.TestClient.Answer;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/** Fields that an administrator defines for a test, beside the withdrawn ones of tests before. */
public final class DefinedFields {
    private final TestClient administrator;
    private final String type;
    private final String run;
    private final ArrayNode fields = body().arrayNode();

    /**
     * @param run ends the names of the fields, so that those of others stay apart
     */
    public DefinedFields(TestClient administrator, String type, String run) {
        this.administrator = administrator;
        this.type = type;
        this.run = run;
    }

    /** What a field of this name is called in values. */
    public String name(String name) {
        return name + run;
    }

    /** A field; the text has kind, then any of required, sensitive, listed, filterable. */
    public DefinedFields field(String name, String traits, String... options) {
        ObjectNode field = body();
        field.put("name", name(name)).put("kind", traits.split(" ")[0]);
        field.putObject("label").put("zh", name + run).put("en", name + run);
        field.put("required", traits.contains("required"));
        ArrayNode choices = field.putArray("options");
        for (String option : options) {
            choices.addObject()
                    .put("value", option)
                    .putObject("label")
                    .put("zh", "选" + option)
                    .put("en", "Option " + option);
        }
        ObjectNode one = fields.addObject();
        one.set("field", field);
        for (String trait : new String[] {"sensitive", "listed", "filterable"}) {
            one.put(trait, traits.contains(trait));
        }
        one.put("withdrawn", false);
        return this;
    }

    /** Defines them; all others are withdrawn. */
    public void define() {
        ObjectNode wanted = body();
        ArrayNode all = wanted.putArray("fields");
        Answer current = administrator.get(path());
        for (JsonNode one : current.json().path("fields")) {
            if (!names().contains(one.at("/field/name").asString())) {
                all.add(((ObjectNode) one.deepCopy()).put("withdrawn", true));
            }
        }
        all.addAll(fields);
        Answer defined =
                administrator.put(path(), wanted, "If-Match", current.header("ETag").orElseThrow());
        assertThat(defined.status()).as(defined.text()).isEqualTo(200);
    }

    private List<String> names() {
        return fields.valueStream().map(one -> one.at("/field/name").asString()).toList();
    }

    /** Changes a field that was defined. */
    public void set(String name, String trait, boolean on) {
        for (JsonNode one : fields) {
            if (one.at("/field/name").asString().equals(name(name))) {
                ((ObjectNode) one).put(trait, on);
            }
        }
        define();
    }

    /** Withdraws an option of a field that was defined. */
    public void withdrawOption(String name, String option) {
        for (JsonNode one : fields) {
            for (JsonNode some : one.at("/field/options")) {
                if (one.at("/field/name").asString().equals(name(name))
                        && some.path("value").asString().equals(option)) {
                    ((ObjectNode) some).put("withdrawn", true);
                }
            }
        }
        define();
    }

    public void withdrawAll() {
        fields.forEach(one -> ((ObjectNode) one).put("withdrawn", true));
        define();
    }

    private String path() {
        return "/api/record-types/" + type + "/fields";
    }
}
