package org.kedang.signin.web;

/** What a session keeps: who it is, the stamp of the password, and when it was proved last. */
final class SessionKeys {
    static final String PERSON = "person";
    static final String STAMP = "stamp";

    /** Milliseconds since 1970 of the last proof, a {@link Long}. */
    static final String PROVED_AT = "provedAt";

    /** Who gave the right password and still owes a second step. */
    static final String HALF_WAY = "halfWay";

    /** Milliseconds since 1970 when that began, a {@link Long}. */
    static final String HALF_WAY_SINCE = "halfWaySince";

    private SessionKeys() {}
}
