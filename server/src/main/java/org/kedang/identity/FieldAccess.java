package org.kedang.identity;

/** What somebody may do with a sensitive field, from nothing to everything. */
public enum FieldAccess {
    /** The field does not exist for the reader, nor can he search by it. */
    HIDDEN,
    /** Its masked form is shown; the value only after it is revealed. */
    MASKED,
    /** The value is shown. */
    READ,
    /** The value is shown and may be changed. */
    EDIT;

    FieldAccess better(FieldAccess other) {
        return compareTo(other) >= 0 ? this : other;
    }

    FieldAccess stricter(FieldAccess other) {
        return compareTo(other) <= 0 ? this : other;
    }

    public boolean isAtLeast(FieldAccess other) {
        return compareTo(other) >= 0;
    }
}
