package org.kedang.search;

import org.jspecify.annotations.Nullable;
import org.kedang.identity.SecrecyLevel;
import org.kedang.index.Question.Narrowing;
import org.kedang.kernel.Paging;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What a person asks of the one box; {@code null} does not narrow.
 *
 * @param dateFrom first day of a document, of an opening, an upload, or a customer's last change
 */
public record Search(
        String typed,
        @Nullable HitType type,
        @Nullable String classCode,
        @Nullable SecrecyLevel secrecy,
        @Nullable UUID departmentId,
        @Nullable UUID customerId,
        @Nullable LocalDate dateFrom,
        @Nullable LocalDate dateTo,
        Paging paging) {

    List<Narrowing> narrowings() {
        List<Narrowing> narrowings = new ArrayList<>();
        is(narrowings, "classCode", classCode);
        is(narrowings, "secrecy", secrecy);
        is(narrowings, "departmentId", departmentId);
        is(narrowings, "customerId", customerId);
        if (dateFrom != null || dateTo != null) {
            narrowings.add(
                    new Narrowing.Between(
                            "date",
                            dateFrom == null ? null : dateFrom.toString(),
                            dateTo == null ? null : dateTo.toString()));
        }
        return narrowings;
    }

    private static void is(List<Narrowing> narrowings, String filter, @Nullable Object value) {
        if (value != null) {
            narrowings.add(new Narrowing.Is(filter, value.toString()));
        }
    }
}
