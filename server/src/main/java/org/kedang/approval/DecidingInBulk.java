package org.kedang.approval;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;
import org.kedang.kernel.Actor;
import org.kedang.kernel.KernelProblem;
import org.kedang.kernel.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Agreeing to several like requests. Each is a transaction of its own: what one refuses leaves the
 * others decided, and everyone hears what came of each.
 */
@Service
public class DecidingInBulk {
    private static final Logger log = LoggerFactory.getLogger(DecidingInBulk.class);

    /**
     * What came of one task.
     *
     * @param slug why not; absent if it was done
     */
    @Schema(name = "ApprovalOutcome")
    public record TaskOutcome(
            UUID task,
            boolean done,
            @Nullable String slug,
            @Nullable String zh,
            @Nullable String en) {}

    private final Deciding deciding;
    private final Tasks tasks;
    private final RequestTypes types;

    DecidingInBulk(Deciding deciding, Tasks tasks, RequestTypes types) {
        this.deciding = deciding;
        this.tasks = tasks;
        this.types = types;
    }

    /**
     * Agrees to all of them with one opinion.
     *
     * @throws Problem {@code several-types} if they are not of one type, {@code not-in-batch} if
     *     each of the type must be looked at; then none is decided
     */
    public List<TaskOutcome> approveAll(Actor by, List<UUID> ids, @Nullable String opinion) {
        Set<String> codes = tasks.typesOf(by, ids);
        if (codes.size() > 1) {
            throw Problem.of(ApprovalProblem.SEVERAL_TYPES);
        }
        if (codes.stream().map(types::get).anyMatch(type -> !RequestTypes.mayBatch(type))) {
            throw Problem.of(ApprovalProblem.NOT_IN_BATCH);
        }
        return ids.stream().distinct().map(id -> approve(by, id, opinion)).toList();
    }

    private TaskOutcome approve(Actor by, UUID id, @Nullable String opinion) {
        try {
            deciding.approve(by, id, opinion);
            return new TaskOutcome(id, true, null, null, null);
        } catch (Problem e) {
            return refused(id, e);
        } catch (RuntimeException e) {
            // an effect that breaks is rolled back alone; what was decided before it is told
            log.error("One of several decisions failed", e);
            return refused(id, Problem.of(KernelProblem.UNAVAILABLE));
        }
    }

    private static TaskOutcome refused(UUID id, Problem e) {
        return new TaskOutcome(id, false, e.type().slug(), e.zh(), e.en());
    }
}
