package org.kedang.archive;

import java.util.UUID;

/** A file's examination has ended; published in the transaction that keeps its outcome. */
public record FileExamined(UUID fileId) {}
