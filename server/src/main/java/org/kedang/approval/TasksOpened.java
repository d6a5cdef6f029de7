package org.kedang.approval;

import java.util.List;

/** People are asked to decide from now on. */
record TasksOpened(Request request, List<Task> tasks) {}
