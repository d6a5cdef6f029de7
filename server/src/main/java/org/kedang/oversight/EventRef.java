package org.kedang.oversight;

import java.time.Instant;
import java.util.UUID;

/** Which event of the log; the time finds it quickly among very many. */
public record EventRef(UUID id, Instant at) {}
