package org.kedang.approval;

import org.jspecify.annotations.Nullable;
import org.kedang.form.Label;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Figures of the requests submitted in a span of days: how long they take, where they wait, what is
 * refused, what is late.
 *
 * @param people those asked most often, at most 50
 */
public record ApprovalFigures(
        LocalDate first,
        LocalDate last,
        RequestCount all,
        List<DayFigures> days,
        List<TypeFigures> types,
        List<DepartmentFigures> departments,
        List<StepFigures> steps,
        List<PersonFigures> people) {
    /**
     * @param open not settled, those given back to the requester among them
     * @param late with a step that was, or is, decided too late
     * @param medianHours from submission to the end, by the clock on the wall; half of those that
     *     have ended took less
     */
    public record RequestCount(
            long requests,
            long open,
            long approved,
            long rejected,
            long late,
            @Nullable Double medianHours) {}

    public record DayFigures(LocalDate day, RequestCount count) {}

    public record TypeFigures(String type, Label name, RequestCount count) {}

    public record DepartmentFigures(UUID id, String name, RequestCount count) {}

    /**
     * @param times how often requests came to it
     * @param waiting how many stand there now
     * @param medianHours until it was left; what is still there counts as if it were left now
     */
    public record StepFigures(
            String type,
            Label typeName,
            String node,
            Label name,
            long times,
            long waiting,
            long late,
            @Nullable Double medianHours) {}

    /**
     * @param decided by himself, for others too
     * @param rejected how many of them he disagreed with
     * @param open what he is asked now
     * @param medianHours from being asked to the decision
     */
    public record PersonFigures(
            UUID id,
            String name,
            long decided,
            long rejected,
            long open,
            @Nullable Double medianHours) {}
}
