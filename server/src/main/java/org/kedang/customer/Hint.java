package org.kedang.customer;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;
import org.kedang.form.Label;

/**
 * What must be known before anything is done with a customer.
 *
 * @param tab name of the tab of the customer's page that shows more
 */
@Schema(name = "CustomerHint")
public record Hint(Kind kind, Label text, @Nullable String tab) {
    /** Why it must be known. */
    @Schema(name = "CustomerHintKind")
    public enum Kind {
        /** Something is missing, late or over. */
        WARNING,
        /** How the customer wants to be treated. */
        CARE
    }
}
