package org.kedang.customfield;

import org.kedang.form.Form;
import org.kedang.form.FormField;
import org.kedang.form.Forms;
import org.kedang.kernel.Actor;
import org.kedang.kernel.AfterCommit;
import org.kedang.kernel.Recent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fields of each kind of record, in every version that they ever had. */
@Repository
public class CustomFields {
    /** So long another node may still ask for the fields of before. */
    private static final Duration FRESH = Duration.ofSeconds(10);

    private static final TypeReference<Map<String, Traits>> TRAITS = new TypeReference<>() {};

    /** What a form does not say of its fields. */
    private record Traits(
            boolean sensitive, boolean listed, boolean filterable, boolean withdrawn) {
        private static final Traits NONE = new Traits(false, false, false, false);

        static Traits of(CustomField field) {
            return new Traits(
                    field.sensitive(), field.listed(), field.filterable(), field.withdrawn());
        }

        CustomField of(FormField field) {
            return new CustomField(field, sensitive, listed, filterable, withdrawn);
        }
    }

    private final JdbcClient jdbc;
    private final Forms forms;
    private final ObjectMapper json;
    private final Clock clock;
    private final Recent<String, FieldSet> lately = new Recent<>(FRESH, 100, this::read);

    CustomFields(JdbcClient jdbc, Forms forms, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.forms = forms;
        this.json = json;
        this.clock = clock;
    }

    /** Those in force; none if nobody added any. */
    public FieldSet of(String type) {
        return lately.get(type);
    }

    /** Those in force, which nobody else changes until this transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    FieldSet lock(String type) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:type, 7431))")
                .param("type", type)
                .query()
                .singleRow();
        return read(type);
    }

    private FieldSet read(String type) {
        return jdbc.sql(
                        """
                        select version, form_version, traits from custom_field_version
                        where type = :type order by version desc limit 1
                        """)
                .param("type", type)
                .query(
                        (row, n) ->
                                new FieldSet(
                                        type,
                                        row.getLong("version"),
                                        joined(
                                                forms.get(code(type), row.getInt("form_version")),
                                                json.readValue(row.getString("traits"), TRAITS))))
                .optional()
                .orElseGet(() -> new FieldSet(type, 0, List.of()));
    }

    private static String code(String type) {
        return "record-" + type;
    }

    private static List<CustomField> joined(Form form, Map<String, Traits> traits) {
        return form.fields().stream()
                .map(one -> traits.getOrDefault(one.name(), Traits.NONE).of(one))
                .toList();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    FieldSet add(Actor by, FieldSet set) {
        Map<String, Traits> traits = new LinkedHashMap<>();
        set.fields().forEach(one -> traits.put(one.name(), Traits.of(one)));
        Form form = new Form(set.fields().stream().map(CustomField::field).toList());
        jdbc.sql(
                        """
                        insert into custom_field_version (type, version, form_version, traits, made_by, made_at)
                        values (:type, :version, :form, :traits::jsonb, :by, :now)
                        """)
                .param("type", set.type())
                .param("version", set.version())
                .param("form", forms.keep(code(set.type()), form))
                .param("traits", json.writeValueAsString(traits))
                .param("by", by.id())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        AfterCommit.run(() -> lately.forget(set.type()));
        return set;
    }
}
