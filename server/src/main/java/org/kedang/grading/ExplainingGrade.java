package org.kedang.grading;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;
import org.kedang.grading.RuleVersions.Row;
import org.kedang.kernel.Problem;
import org.springframework.stereotype.Service;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** Why a customer has its grade. */
@Service
public class ExplainingGrade {
    /**
     * What the rules in force say of a customer.
     *
     * @param version of the rules; {@code null} if none are in force
     */
    @Schema(name = "GradeReason")
    public record Reason(
            @Nullable Integer version,
            @Nullable LocalDate fromDay,
            @Nullable Explanation explanation) {}

    private final RuleVersions versions;
    private final FactValues values;
    private final KnownFacts facts;

    ExplainingGrade(RuleVersions versions, FactValues values, KnownFacts facts) {
        this.versions = versions;
        this.values = values;
        this.facts = facts;
    }

    /** The customer must be known to be the reader's to see. */
    public Reason explain(UUID customer) {
        Optional<Row> inForce = versions.findInForce();
        return inForce.isEmpty() ? new Reason(null, null, null) : reason(inForce.get(), customer);
    }

    private Reason reason(Row rules, UUID customer) {
        return new Reason(
                rules.version(),
                rules.fromDay(),
                values.find(facts.in(rules.rules()), customer, versions.today())
                        .map(known -> Explanation.of(rules.rules(), facts, known))
                        .orElseThrow(Problem::notFound));
    }
}
