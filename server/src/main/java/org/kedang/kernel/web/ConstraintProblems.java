package org.kedang.kernel.web;

import org.kedang.kernel.ProblemType;

import java.util.Map;

/**
 * What it means to a person when a database constraint refuses a write. Each module publishes one
 * for the constraints that concurrent people can run into.
 *
 * @param byConstraint constraint or unique index name → refusal
 */
public record ConstraintProblems(Map<String, ProblemType> byConstraint) {}
