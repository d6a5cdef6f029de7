package org.kedang.approval;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;
import org.kedang.form.Label;

/** What one thing is now and what it would be. */
@Schema(name = "ApprovalChange")
public record FieldChange(Label label, @Nullable String before, @Nullable String after) {}
