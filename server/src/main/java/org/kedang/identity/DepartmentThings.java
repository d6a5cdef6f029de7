package org.kedang.identity;

import org.jspecify.annotations.Nullable;
import org.kedang.kernel.Actor;

import java.util.UUID;

/** Something that belongs to departments. Each module answers for its own kind. */
public interface DepartmentThings {
    /** What they are called in answers, such as {@code customers}. */
    String kind();

    /** How many belong to the department. */
    long countIn(UUID department);

    /** All of them belong to the other department from now on, in the present transaction. */
    void moveAll(Actor by, UUID from, UUID to, @Nullable String reason);
}
