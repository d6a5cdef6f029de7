package org.kedang.approval;

import org.kedang.kernel.Permission;

import java.util.UUID;

/** Who must decide in a step; who that is, is found out when the step begins. */
public sealed interface Approver {
    /** This person. */
    record Person(UUID id) implements Approver {}

    /** Everybody who holds the role. */
    record Role(String code) implements Approver {}

    /** Everybody who holds the permission and reaches the subject's department with it. */
    record HolderOf(Permission permission) implements Approver {}

    /**
     * The head of the requester's department, or so many levels above; where there is none, or it
     * is the requester himself, the next head further up.
     */
    record DepartmentHead(int levels) implements Approver {}

    /** The head of the department that the subject belongs to. */
    record SubjectDepartmentHead() implements Approver {}

    /** Those whom the type itself names for the request: {@link RequestType#deciders}. */
    record OfType() implements Approver {}

    /** Whom the requester chooses when submitting. */
    record Chosen() implements Approver {}

    /** The person, or the head of the department, that a field of the form names. */
    record Field(String name) implements Approver {}
}
