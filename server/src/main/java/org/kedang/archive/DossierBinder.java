package org.kedang.archive;

import org.hibernate.search.mapper.pojo.bridge.binding.TypeBindingContext;
import org.hibernate.search.mapper.pojo.bridge.mapping.programmatic.TypeBinder;
import org.kedang.index.ThingFields;
import org.springframework.stereotype.Component;

import java.util.List;

/** Puts dossiers into the index. */
@Component
class DossierBinder implements TypeBinder {
    static final String KIND = "Dossier";

    /** What all archives are narrowed by. */
    static final List<String> FILTERS =
            List.of("classCode", "secrecy", "departmentId", "customerId", "date");

    @Override
    public void bind(TypeBindingContext context) {
        List.of(
                        "number",
                        "title",
                        "customerId",
                        "classCode",
                        "ownerId",
                        "departmentId",
                        "secrecy",
                        "note",
                        "openedAt")
                .forEach(property -> context.dependencies().use(property));
        ThingFields fields =
                new ThingFields(context.indexSchemaElement(), KIND, FILTERS, List.of());
        context.bridge(
                Dossier.class,
                (document, dossier, more) -> fields.write(document, dossier.thing()));
    }
}
