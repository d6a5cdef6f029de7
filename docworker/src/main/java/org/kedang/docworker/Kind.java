package org.kedang.docworker;

/** Which reader opens a document. */
enum Kind {
    PDF,
    OFD,
    OFFICE,
    MAIL,
    MARKUP,
    TEXT,
    ARCHIVE,
    IMAGE,
    PROTECTED_OFFICE,
    OTHER
}
