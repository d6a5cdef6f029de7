package org.kedang.form;

import org.kedang.kernel.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

import java.util.Optional;

/** Every version that a form ever had; versions count from 1 and never change. */
@Repository
public class Forms {
    private record Kept(int version, JsonNode schema) {}

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    Forms(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The number of this version of the form; a new one if it differs from the last. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int keep(String code, Form form) {
        Optional<Kept> last = last(code);
        if (last.filter(kept -> FormSchema.read(kept.schema()).equals(read(form))).isPresent()) {
            return last.get().version();
        }
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:code, 7426))")
                .param("code", code)
                .query()
                .singleRow();
        int version = last(code).map(Kept::version).orElse(0) + 1;
        jdbc.sql(
                        "insert into form_version (code, version, schema) values (:code, :version,"
                                + " :schema::jsonb)")
                .param("code", code)
                .param("version", version)
                .param("schema", json.writeValueAsString(FormSchema.write(form)))
                .update();
        return version;
    }

    /** As it will be read back. */
    private Form read(Form form) {
        return FormSchema.read(json.readTree(json.writeValueAsString(FormSchema.write(form))));
    }

    private Optional<Kept> last(String code) {
        return jdbc.sql(
                        "select version, schema from form_version where code = :code order by"
                                + " version desc limit 1")
                .param("code", code)
                .query(
                        (row, n) ->
                                new Kept(
                                        row.getInt("version"),
                                        json.readTree(row.getString("schema"))))
                .optional();
    }

    /** That version, or a {@code not-found} problem. */
    public Form get(String code, int version) {
        return FormSchema.read(schema(code, version));
    }

    private JsonNode schema(String code, int version) {
        return jdbc.sql("select schema from form_version where code = :code and version = :version")
                .param("code", code)
                .param("version", version)
                .query((row, n) -> json.readTree(row.getString("schema")))
                .optional()
                .orElseThrow(Problem::notFound);
    }
}
