package org.kedang.archive;

import org.hibernate.search.mapper.pojo.bridge.binding.TypeBindingContext;
import org.hibernate.search.mapper.pojo.bridge.mapping.programmatic.TypeBinder;
import org.kedang.archive.FileTexts.FileText;
import org.kedang.index.ThingFields;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import java.util.List;

/**
 * Puts the newest versions of files into the index with their texts, which are decrypted only for
 * that.
 */
@Component
class DigitalFileBinder implements TypeBinder {
    static final String KIND = "DigitalFile";

    /** Characters of a text that can be found. */
    private static final int LONGEST_TEXT = 2_000_000;

    private final ObjectProvider<FileTexts> texts;

    DigitalFileBinder(ObjectProvider<FileTexts> texts) {
        this.texts = texts;
    }

    @Override
    public void bind(TypeBindingContext context) {
        // a text comes with the end of an examination
        List.of("name", "current", "examinedAt", "uploadedAt", "item.secrecy")
                .forEach(property -> context.dependencies().use(property));
        ItemBinder.OF_DOSSIER.forEach(
                property -> context.dependencies().use("item.dossier." + property));
        ThingFields fields =
                new ThingFields(
                        context.indexSchemaElement(), KIND, DossierBinder.FILTERS, List.of());
        context.bridge(
                DigitalFile.class,
                (document, file, more) -> {
                    // a document without anything is found by nothing
                    if (file.isCurrent()) {
                        fields.write(document, file.thing(text(file)));
                    }
                });
    }

    private String text(DigitalFile file) {
        String text = texts.getObject().find(file.id()).map(FileText::text).orElse("");
        return text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
    }
}
