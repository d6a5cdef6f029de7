package org.kedang.customfield;

/**
 * The fields of a kind of record were changed.
 *
 * @param visibility whether a field became sensitive or ceased to be
 */
public record FieldsChanged(String type, boolean visibility) {}
