package org.kedang.bench;

/**
 * CPU time by part of the product.
 *
 * @param server seconds in the server
 * @param workers seconds in the document workers and what they started
 * @param database seconds in PostgreSQL
 */
record Cpu(double server, double workers, double database) {

    double total() {
        return server + workers + database;
    }

    Cpu minus(Cpu other) {
        return plus(other, -1);
    }

    /** With so many times the other. */
    Cpu plus(Cpu other, double times) {
        return new Cpu(
                server + times * other.server,
                workers + times * other.workers,
                database + times * other.database);
    }

    /** Milliseconds for each of so many, never below zero. */
    Cpu millisEach(long done) {
        double each = 1000.0 / Math.max(1, done);
        return new Cpu(
                Math.max(0, server * each),
                Math.max(0, workers * each),
                Math.max(0, database * each));
    }
}
