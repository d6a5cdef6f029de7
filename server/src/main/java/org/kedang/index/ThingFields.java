package org.kedang.index;

import org.hibernate.search.engine.backend.document.DocumentElement;
import org.hibernate.search.engine.backend.document.IndexFieldReference;
import org.hibernate.search.engine.backend.document.model.dsl.IndexSchemaElement;
import org.hibernate.search.engine.backend.types.Aggregable;
import org.hibernate.search.engine.backend.types.Norms;
import org.hibernate.search.engine.backend.types.Searchable;
import org.hibernate.search.engine.backend.types.Sortable;
import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The fields of a {@link Thing} in the index; each module's binder declares and fills them. */
public final class ThingFields {
    static final String WHOLE = "whole";
    static final String PREFIX = "prefix";
    static final String PAIRS = "pairs";
    static final String SYLLABLES = "syllables";
    static final String INITIALS = "initials";
    static final String PHONE = "phone";
    static final String WHOLE_PHONE = "wholePhone";
    static final String MAIL = "mail";
    static final String WORDS = "words";
    static final String TEXT = "text";
    static final String KIND = "kindOfThing";
    static final String OWNER = "visOwner";
    static final String DEPARTMENT = "visDepartment";
    static final String SECRECY = "visSecrecy";
    static final String DOSSIER = "visDossier";
    static final String CUSTOMER = filter("customerId");

    static final String RECENT = "recent";

    private final String kind;
    private final IndexSchemaElement schema;
    private final Map<String, IndexFieldReference<String>> fields = new HashMap<>();
    private final IndexFieldReference<Long> recent;

    /**
     * Declares the fields.
     *
     * @param kind entity name of the thing
     * @param filters names of the filters its things carry
     * @param sorts names of the orders its things carry
     */
    public ThingFields(
            IndexSchemaElement schema, String kind, List<String> filters, List<String> sorts) {
        this.schema = schema;
        this.kind = kind;
        List.of(WHOLE, PREFIX, PAIRS, SYLLABLES, INITIALS)
                .forEach(name -> analysed(name, name, Norms.NO));
        analysed(PHONE, PAIRS, Norms.NO);
        analysed(WORDS, WORDS, Norms.YES);
        analysed(TEXT, TEXT, Norms.NO);
        List.of(OWNER, DEPARTMENT, SECRECY, DOSSIER).forEach(this::keyword);
        List.of(WHOLE_PHONE, MAIL).forEach(this::keywords);
        filters.forEach(name -> keywords(filter(name)));
        fields.put(
                KIND,
                schema.field(KIND, f -> f.asString().aggregable(Aggregable.YES)).toReference());
        // searchable as well: whoever wants the newest need not look at all
        recent =
                schema.field(
                                RECENT,
                                f -> f.asLong().sortable(Sortable.YES).searchable(Searchable.YES))
                        .toReference();
        sorts.stream()
                .map(ThingFields::sort)
                .forEach(
                        name ->
                                fields.put(
                                        name,
                                        schema.field(name, f -> f.asString().sortable(Sortable.YES))
                                                .toReference()));
    }

    static String filter(String name) {
        return "filter_" + name;
    }

    static String sort(String name) {
        return "sort_" + name;
    }

    private void analysed(String name, String analyzer, Norms norms) {
        fields.put(
                name,
                schema.field(name, f -> f.asString().analyzer(analyzer).norms(norms))
                        .multiValued()
                        .toReference());
    }

    private void keyword(String name) {
        fields.put(name, schema.field(name, f -> f.asString()).toReference());
    }

    private void keywords(String name) {
        fields.put(name, schema.field(name, f -> f.asString()).multiValued().toReference());
    }

    /** Fills a document. */
    public void write(DocumentElement document, Thing thing) {
        for (String name : List.of(WHOLE, PREFIX, PAIRS)) {
            addAll(document, name, thing.names());
            addAll(document, name, thing.codes());
        }
        addAll(document, SYLLABLES, thing.names());
        addAll(document, INITIALS, thing.names());
        addReach(document, thing.reach());
        for (@Nullable String text : thing.texts()) {
            String clean = text == null ? null : RunningText.clean(text);
            add(document, WORDS, clean);
            add(document, TEXT, clean);
        }
        add(document, KIND, kind);
        add(document, OWNER, thing.ownerId().toString());
        add(document, DEPARTMENT, thing.departmentId().toString());
        UUID dossier = thing.dossierId();
        add(document, DOSSIER, dossier == null ? null : dossier.toString());
        add(document, SECRECY, Integer.toString(thing.secrecy()));
        document.addValue(recent, SortKeys.micros(thing.recent()));
        thing.filters().forEach((name, value) -> addFilter(document, filter(name), value));
        thing.sorts().forEach((name, value) -> add(document, sort(name), value));
    }

    /** People are no names of the thing: they fit as part of one at best. */
    private void addReach(DocumentElement document, Thing.Reach reach) {
        List.of(PAIRS, SYLLABLES, INITIALS).forEach(name -> addAll(document, name, reach.people()));
        addAll(document, PHONE, reach.phones());
        reach.phones().stream()
                .flatMap(phone -> WholePhones.in(phone).stream())
                .distinct()
                .forEach(one -> add(document, WHOLE_PHONE, one));
        reach.mails().forEach(mail -> add(document, MAIL, Folded.text(mail)));
    }

    private void addFilter(DocumentElement document, String field, @Nullable Object value) {
        if (value instanceof Collection<?> some) {
            some.forEach(one -> add(document, field, String.valueOf(one)));
        } else {
            add(document, field, value == null ? null : value.toString());
        }
    }

    private void addAll(
            DocumentElement document, String field, List<? extends @Nullable String> values) {
        values.forEach(value -> add(document, field, value));
    }

    private void add(DocumentElement document, String field, @Nullable String value) {
        IndexFieldReference<String> reference = fields.get(field);
        if (reference == null) {
            throw new IllegalArgumentException("Not declared: " + field);
        }
        if (value != null && !value.isBlank()) {
            document.addValue(reference, value);
        }
    }
}
