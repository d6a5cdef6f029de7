package org.kedang.identity;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;
import org.kedang.kernel.Actor;
import org.kedang.kernel.KernelProblem;
import org.kedang.kernel.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;

import java.util.List;
import java.util.UUID;

/** One deed on many people: each stands for herself, and each line tells what came of it. */
@Service
public class PeopleInBulk {
    private static final Logger log = LoggerFactory.getLogger(PeopleInBulk.class);

    /** What is to be done with each. */
    public enum Deed {
        LOCK,
        UNLOCK,
        CLOSE,
        REOPEN,
        RESET_PASSWORD,
        JOIN_GROUP,
        LEAVE_GROUP
    }

    /**
     * What came of one.
     *
     * @param slug why not; absent if it was done
     * @param initialPassword a new first password, shown once
     */
    @Schema(name = "BulkOutcome")
    public record Outcome(
            UUID id,
            String name,
            boolean done,
            @Nullable String slug,
            @Nullable String zh,
            @Nullable String en,
            @Nullable String initialPassword) {}

    private final ManagingPeople managing;
    private final EditingPeople editing;
    private final ClosingPeople closing;
    private final Groups groups;
    private final Directory directory;

    PeopleInBulk(
            ManagingPeople managing,
            EditingPeople editing,
            ClosingPeople closing,
            Groups groups,
            Directory directory) {
        this.managing = managing;
        this.editing = editing;
        this.closing = closing;
        this.groups = groups;
        this.directory = directory;
    }

    /**
     * @param groupId which group to join or leave; not needed for the other deeds
     */
    public List<Outcome> run(Actor by, Deed deed, List<UUID> people, @Nullable UUID groupId) {
        return people.stream().distinct().map(id -> runOne(by, deed, id, groupId)).toList();
    }

    private Outcome runOne(Actor by, Deed deed, UUID id, @Nullable UUID groupId) {
        String name = directory.personName(id);
        try {
            return new Outcome(id, name, true, null, null, null, act(by, deed, id, groupId));
        } catch (Problem e) {
            return refused(id, name, e);
        } catch (DataAccessException e) {
            log.error("One of many failed", e);
            return refused(id, name, Problem.of(KernelProblem.UNAVAILABLE));
        }
    }

    private static Outcome refused(UUID id, String name, Problem e) {
        return new Outcome(id, name, false, e.type().slug(), e.zh(), e.en(), null);
    }

    private @Nullable String act(Actor by, Deed deed, UUID id, @Nullable UUID groupId) {
        switch (deed) {
            case LOCK -> editing.lock(by, id);
            case UNLOCK -> managing.unlock(by, id);
            case CLOSE -> closing.close(by, id, null, null);
            case REOPEN -> editing.reopen(by, id);
            case JOIN_GROUP -> groups.join(by, required(groupId), id);
            case LEAVE_GROUP -> groups.leave(by, required(groupId), id);
            case RESET_PASSWORD -> {
                return managing.resetPassword(by, id);
            }
        }
        return null;
    }

    private static UUID required(@Nullable UUID group) {
        if (group == null) {
            throw Problem.of(KernelProblem.NOT_FOUND);
        }
        return group;
    }
}
