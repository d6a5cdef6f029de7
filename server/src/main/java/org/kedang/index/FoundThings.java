package org.kedang.index;

import org.kedang.identity.Visibility;
import org.kedang.kernel.Permission;

import java.util.Collection;
import java.util.List;

/** Shows found things of one kind in the one box. Each module answers for its own. */
public interface FoundThings {
    /** Entity name, as the index knows it. */
    String kind();

    /** The kind's name in the API. */
    String type();

    /** What a person needs to find things of this kind. */
    Permission permission();

    /** Those of the things that may be seen, in any order. */
    List<FoundThing> list(Collection<java.util.UUID> ids, Visibility visibility);
}
