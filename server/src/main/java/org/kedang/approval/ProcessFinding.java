package org.kedang.approval;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * What is wrong with a drawn process, in words.
 *
 * @param part id of the part; empty if it is the whole
 * @param error with it the process cannot be saved; without, somebody should look at it
 */
@Schema(name = "ProcessFinding")
public record ProcessFinding(String part, boolean error, String zh, String en) {}
