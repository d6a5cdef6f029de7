package org.kedang.archive;

import org.jspecify.annotations.Nullable;
import org.kedang.customer.CustomerSummary;
import org.kedang.identity.SecrecyLevel;

import java.util.Map;
import java.util.UUID;

/**
 * A dossier that may be opened: every default filled in, every rule checked.
 *
 * @param departmentCode what the archival number calls the department
 */
record DossierPlan(
        CustomerSummary customer,
        String title,
        String fondsCode,
        Scheme.RecordClass recordClass,
        int year,
        String period,
        UUID departmentId,
        String departmentCode,
        SecrecyLevel secrecy,
        @Nullable String note) {

    String numberPrefix(NumberRule rule) {
        return rule.prefix(
                Map.of(
                        NumberRule.Element.FONDS, fondsCode,
                        NumberRule.Element.CATEGORY, recordClass.categoryCode(),
                        NumberRule.Element.YEAR, String.valueOf(year),
                        NumberRule.Element.PERIOD, period,
                        NumberRule.Element.DEPARTMENT, departmentCode));
    }
}
