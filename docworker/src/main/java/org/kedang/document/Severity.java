package org.kedang.document;

/** How much a finding should worry the person who files the document. */
public enum Severity {
    INFO,
    WARNING,
    ERROR
}
