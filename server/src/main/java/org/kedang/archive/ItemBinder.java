package org.kedang.archive;

import org.hibernate.search.mapper.pojo.bridge.binding.TypeBindingContext;
import org.hibernate.search.mapper.pojo.bridge.mapping.programmatic.TypeBinder;
import org.kedang.index.ThingFields;
import org.springframework.stereotype.Component;

import java.util.List;

/** Puts items into the index, as secret as the more secret of item and dossier. */
@Component
class ItemBinder implements TypeBinder {
    static final String KIND = "Item";

    /** What of a dossier decides who sees what is in it, and how it is narrowed. */
    static final List<String> OF_DOSSIER =
            List.of("customerId", "classCode", "ownerId", "departmentId", "secrecy");

    @Override
    public void bind(TypeBindingContext context) {
        List.of(
                        "number",
                        "title",
                        "documentDate",
                        "documentNumber",
                        "responsibleParty",
                        "documentKind",
                        "secrecy",
                        "keywords",
                        "note",
                        "updatedAt")
                .forEach(property -> context.dependencies().use(property));
        OF_DOSSIER.forEach(property -> context.dependencies().use("dossier." + property));
        ThingFields fields =
                new ThingFields(
                        context.indexSchemaElement(), KIND, DossierBinder.FILTERS, List.of());
        context.bridge(Item.class, (document, item, more) -> fields.write(document, item.thing()));
    }
}
