package org.kedang.form;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.kedang.kernel.AfterCommit;
import org.kedang.kernel.Problem;
import org.kedang.kernel.Recent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

import java.time.Duration;
import java.util.Optional;

/** Every version that a form ever had; versions count from 1 and never change. */
@Repository
public class Forms {
    /** Another node may have kept a newer version meanwhile; the older one stays true to itself. */
    private static final Duration FRESH = Duration.ofSeconds(10);

    private static final int MOST_KNOWN = 2_000;

    private record Kept(int version, JsonNode schema) {}

    private record Version(String code, int number) {}

    private record Latest(Form form, int version) {}

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    /** A version never changes. */
    private final Recent<Version, Form> versions =
            new Recent<>(Duration.ofDays(1), MOST_KNOWN, this::read);

    private final Cache<String, Latest> lately =
            Caffeine.newBuilder().maximumSize(MOST_KNOWN).expireAfterWrite(FRESH).build();

    Forms(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The number of this version of the form; a new one if it differs from the last. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int keep(String code, Form form) {
        Latest latest = lately.getIfPresent(code);
        return latest != null && latest.form().equals(form)
                ? latest.version()
                : keepNow(code, form);
    }

    private int keepNow(String code, Form form) {
        int version = find(code, form);
        AfterCommit.run(() -> lately.put(code, new Latest(form, version)));
        return version;
    }

    private int find(String code, Form form) {
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
        return versions.get(new Version(code, version));
    }

    private Form read(Version key) {
        return FormSchema.read(schema(key.code(), key.number()));
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
