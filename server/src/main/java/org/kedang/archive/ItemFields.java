package org.kedang.archive;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.kedang.identity.SecrecyLevel;
import org.kedang.kernel.PlainText;
import org.kedang.kernel.Texts;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What people write about an item.
 *
 * @param documentDate the day the document bears
 * @param documentNumber the document's own number (文号)
 * @param responsibleParty who issued it (责任者)
 * @param carrier electronic if not given
 * @param secrecy the dossier's if not given
 */
public record ItemFields(
        @PlainText(max = 200, required = true) String title,
        @NotNull(message = "required") LocalDate documentDate,
        @Nullable @PlainText(max = 100) String documentNumber,
        @Nullable @PlainText(max = 200) String responsibleParty,
        @Nullable @PlainText(max = 60) String documentKind,
        @Nullable
                @Min(value = 0, message = "out-of-range:0–100000")
                @Max(value = 100_000, message = "out-of-range:0–100000")
                Integer pages,
        @Nullable Carrier carrier,
        @Nullable SecrecyLevel secrecy,
        @Nullable @Size(max = 20, message = "too-many:20")
                List<@PlainText(max = 40, required = true) String> keywords,
        @Nullable @PlainText(max = 2000, multiline = true) String note) {

    private static final int EARLIEST = 1000;
    private static final int LATEST = 2999;

    /**
     * The same in the form in which it is stored: defaults filled in, trimmed, blank texts gone.
     */
    ItemFields normalised(SecrecyLevel usual) {
        return new ItemFields(
                title.strip(),
                documentDate,
                Texts.trimmed(documentNumber),
                Texts.trimmed(responsibleParty),
                Texts.trimmed(documentKind),
                pages,
                carrier == null ? Carrier.ELECTRONIC : carrier,
                secrecy == null ? usual : secrecy,
                keywords == null
                        ? List.of()
                        : keywords.stream().map(String::strip).distinct().toList(),
                Texts.trimmed(note));
    }

    boolean hasPlausibleYear() {
        return documentDate.getYear() >= EARLIEST && documentDate.getYear() <= LATEST;
    }

    /** Field name → value as the log shows it. */
    Map<String, Object> forLog() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("title", title);
        values.put("documentDate", documentDate);
        values.put("documentNumber", orEmpty(documentNumber));
        values.put("responsibleParty", orEmpty(responsibleParty));
        values.put("documentKind", orEmpty(documentKind));
        values.put("pages", orEmpty(pages));
        values.put("carrier", orEmpty(carrier));
        values.put("secrecy", orEmpty(secrecy));
        values.put("keywords", keywords == null ? "" : String.join("；", keywords));
        values.put("note", orEmpty(note));
        return values;
    }

    private static Object orEmpty(@Nullable Object value) {
        return value == null ? "" : value;
    }
}
