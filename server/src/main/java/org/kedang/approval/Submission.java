package org.kedang.approval;

import org.kedang.form.FormValues;
import org.kedang.kernel.Actor;

/** A request on its way in: who asks, what was filled in, which fits the form, and why. */
public record Submission(Actor by, FormValues fields, String reason) {}
