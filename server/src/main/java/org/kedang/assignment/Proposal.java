package org.kedang.assignment;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;
import org.kedang.form.Label;

import java.util.List;
import java.util.UUID;

/**
 * Who gets a customer, and why.
 *
 * @param person {@code null} if no rule names anybody and the collector is not entitled either
 * @param steps the rules in order, up to and with the one that named somebody
 */
@Schema(name = "AssignmentProposal")
public record Proposal(@Nullable UUID person, String personName, List<Step> steps) {
    /** What one rule said. */
    @Schema(name = "AssignmentStep")
    public record Step(String rule, boolean applied, Label why) {}
}
