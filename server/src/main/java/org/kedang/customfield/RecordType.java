package org.kedang.customfield;

import org.kedang.form.Label;
import org.kedang.kernel.Actor;

import java.util.UUID;

/** A kind of record to which fields can be added; declared as a Spring bean. */
public interface RecordType {
    /** Kept with its fields and files for good. */
    String code();

    Label name();

    /**
     * Lets those pass who may read the record.
     *
     * @throws org.kedang.kernel.Problem {@code not-found}
     */
    void requireSeen(Actor reader, UUID record);
}
