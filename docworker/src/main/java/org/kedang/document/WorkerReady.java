package org.kedang.document;

/**
 * The first frame of a worker: from now on it takes documents.
 *
 * @param pid the worker's process id
 */
public record WorkerReady(long pid) {}
