package org.kedang.approval;

import java.util.UUID;

/**
 * One version of a type's process.
 *
 * @param definition by which the engine knows it
 */
record Process(UUID id, String type, int version, String bpmn, String definition) {}
