package org.kedang.signin.web;

/** What a session keeps: who it is and the stamp of the password it was opened with. */
final class SessionKeys {
    static final String PERSON = "person";
    static final String STAMP = "stamp";

    private SessionKeys() {}
}
