package org.kedang.audit;

import java.time.Instant;
import java.util.UUID;

record StampedEntry(UUID id, Instant at, Entry entry) {}
