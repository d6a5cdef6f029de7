package org.kedang.approval;

import java.util.List;
import java.util.UUID;

/** People are asked to decide from now on. */
record TasksOpened(UUID request, List<Task> tasks) {}
