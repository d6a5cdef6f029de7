package org.kedang.deletion;

import io.swagger.v3.oas.annotations.media.Schema;

import org.kedang.form.Label;

/** How much of one kind is or was kept about a customer. */
@Schema(name = "ErasedContents")
public record Erased(Label name, long count) {}
