package org.kedang.approval;

import org.jspecify.annotations.Nullable;
import org.kedang.form.Form;
import org.kedang.form.FormValues;
import org.kedang.form.Label;
import org.kedang.kernel.Permission;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A kind of request, declared by a module as a Spring bean: what it asks for, who may submit it,
 * who decides it unless administrators changed that, and what happens then. What a method here does
 * or throws belongs to the transaction of whoever submits or decides: all of it is kept or nothing.
 */
public interface RequestType {
    /** Unique kebab-case name; never changes. */
    String code();

    Label name();

    Form form();

    /** What somebody needs to submit it; {@code null} if everybody may. */
    @Nullable Permission submittedBy();

    /** How it is decided as long as no administrator changed it. */
    ProcessTree process();

    /**
     * Whether no clock may ever settle it: what is secret or destroys must be decided by people.
     */
    default boolean mustBeDecided() {
        return false;
    }

    /** Whether whoever approves it must have proved who he is within the last minutes. */
    default boolean mustBeProven() {
        return false;
    }

    /**
     * Whether people choose it from the list of types; otherwise a page of the module submits it.
     */
    default boolean offered() {
        return true;
    }

    /** What it is about; nobody decides what is about himself. */
    default @Nullable Subject subject(Submission asked) {
        return null;
    }

    /**
     * Who decides in steps that leave it to the type ({@link Approver.OfType}); where nobody of
     * them is left, the guardian decides.
     */
    default List<UUID> deciders(UUID requester, FormValues fields) {
        return List.of();
    }

    /**
     * Refuses what the form cannot know.
     *
     * @throws org.kedang.kernel.Problem what the person can mend
     */
    default void check(Submission asked) {}

    /** What would change if it were approved now. */
    default List<FieldChange> changes(Submission asked) {
        return List.of();
    }

    /** How people call what {@link #facts} tells, by its name. */
    default Map<String, Label> factLabels() {
        return Map.of();
    }

    /** What conditions of the process may compare beside the fields, such as {@code secrecy}. */
    default Map<String, Object> facts(Submission asked) {
        return Map.of();
    }

    /**
     * The effect. Rules are to be checked again: much may have happened since it was submitted.
     *
     * @throws org.kedang.kernel.Problem if it cannot be done now; then the decision is not kept
     *     either
     */
    void approved(Decision decision);

    /** It was rejected, withdrawn, terminated, or its time is over. */
    default void closed(Decision decision) {}
}
