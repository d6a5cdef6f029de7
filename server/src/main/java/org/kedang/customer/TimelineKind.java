package org.kedang.customer;

import org.kedang.form.Label;

/**
 * A kind of things that happen with customers; people filter a timeline by it.
 *
 * @param code unique; the name of the module that tells
 */
public record TimelineKind(String code, Label name) {}
